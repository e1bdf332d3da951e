package io.hexcache.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.bootstrap.configuration.ConfigurationSources;
import io.hexcache.bootstrap.configuration.KnownSettings;
import io.hexcache.bootstrap.configuration.Settings;
import io.hexcache.bootstrap.configuration.StoragePlace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HexcacheCommandTest {

    private static final String[] NO_WORDS = {};

    @Test
    void version_isPrinted() {
        Typed typed = Typed.command("--version");

        assertThat(typed.out()).isEqualToIgnoringNewLines("Hexcache 9.9");
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void help_namesCommandsAndExitCodes() {
        Typed typed = Typed.command("--help");

        assertThat(typed.out()).contains("serve", "get", "set", "delete", "invalidate", "stats",
                "3   get: not cached; delete: nothing removed");
        assertThat(typed.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "get", "set", "delete", "invalidate", "stats"})
    void help_ofEveryCommand_isThere(String command) {
        assertThat(Typed.command(command, "--help").out()).startsWith("Usage: hexcache " + command);
    }

    @Test
    void help_ofUrl_namesItsValue() {
        assertThat(Typed.command("stats", "--help").out()).contains("--url=URL").doesNotContain("arg");
    }

    @Test
    void noCommand_isWrongUsage() {
        Typed typed = Typed.command(NO_WORDS);

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).startsWith("hexcache: name a command").contains("Try 'hexcache --help'.");
    }

    @ParameterizedTest
    @CsvSource({"gett", "get", "get a:b c", "get noColon", "get Upper:b", "get a:b:v3", "set a:b", "set a:b {",
            "set a:b 1 --ttl 5",
            "set a:b hello", "set a:b 1e99999999999", "set a:b 1 2", "delete", "invalidate", "invalidate --prefix",
            "invalidate --prefix a --pattern b",
            "stats --url ftp://x",
            "stats --url http://u:p@x", "stats --url http://x/path", "stats extra", "serve --port", "serve --port nine",
            "serve --redis 127.0.0.1:6379", "serve --prot 1"})
    void mistake_isWrongUsageInOneLineWithAHint(String line) {
        Typed typed = Typed.command(line.split(" "));

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err().lines()).hasSize(2).last().asString().matches("Try 'hexcache( [a-z]+)? --help'\\.");
        assertThat(typed.served()).isEmpty();
    }

    @Test
    void set_nameTwice_isWrongUsage() {
        Typed typed = Typed.command("set", "a:b", "{\"a\":1,\"a\":2}");

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("Duplicate", "\"a\"");
    }

    @Test
    void set_numberBeyondAllBounds_saysSo() {
        assertThat(Typed.command("set", "a:b", "[1e99999999999]").err()).contains("number that is too large");
    }

    @Test
    void set_valueThatIsNotJson_saysHowToQuote() {
        assertThat(Typed.command("set", "a:b", "hello").err()).contains("not legal JSON", "'\"hello\"'");
    }

    @Test
    void anyCommand_charactersThatTheLocaleDoesNotKnow_isWrongUsage() {
        Typed typed = Typed.command("get", "a:\uFFFD\uFFFD");

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("locale", "C.UTF-8");
    }

    @Test
    void anyCommand_serviceAway_fails() {
        Typed typed = Typed.command("get", "a:b", "--url", "http://127.0.0.1:1");

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err().lines()).singleElement().asString()
                .startsWith("hexcache: no service answers at http://127.0.0.1:1 (")
                .contains("--url");
    }

    @Test
    void url_notTyped_isTakenFromTheEnvironment() {
        Typed typed = Typed.commandIn(Map.of("HEXCACHE_URL", "http://127.0.0.1:2"), "stats");

        assertThat(typed.err()).contains("at http://127.0.0.1:2 ");
    }

    @Test
    void serve_options_setSomething() {
        Settings settings = served("serve", "--port", "9", "--redis", "redis://x", "--db", "my.db").load();

        assertThat(settings.get(KnownSettings.HTTP_PORT)).isEqualTo(9);
        assertThat(settings.get(KnownSettings.REDIS_URL))
                .hasValueSatisfying(url -> assertThat(url.node()).isEqualTo("x:6379"));
        assertThat(settings.get(KnownSettings.CATALOG_DB)).isEqualTo(new StoragePlace.Local(Path.of("my.db")));
    }

    @Test
    void serve_config_isTheFile() {
        assertThat(served("serve", "--config", "a.conf").file()).contains(Path.of("a.conf"));
    }

    @Test
    void serve_configInTheEnvironment_isTheFileUnlessOneIsTyped() {
        Map<String, String> environment = Map.of("HEXCACHE_CONFIG", "b.conf");

        assertThat(Typed.commandIn(environment, "serve").served()).extracting(ConfigurationSources::file)
                .containsExactly(
                        Optional.of(Path.of("b.conf")));
        assertThat(Typed.commandIn(environment, "serve", "--config", "a.conf").served()).extracting(
                ConfigurationSources::file).containsExactly(Optional.of(Path.of("a.conf")));
    }

    @Test
    void serve_illegalRedisUrl_isNeverShown() {
        assertThat(Typed.command("serve", "--redis", "http://:s3cret@x").err()).contains("redis.url", "option --redis")
                .doesNotContain("s3cret");
    }

    private static ConfigurationSources served(String... words) {
        List<ConfigurationSources> served = Typed.command(words).served();
        assertThat(served).hasSize(1);
        return served.getFirst();
    }
}
