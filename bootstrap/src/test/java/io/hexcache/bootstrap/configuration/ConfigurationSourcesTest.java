package io.hexcache.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.Namespace;
import io.hexcache.infrastructure.redis.RedisUri;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationSourcesTest {

    @TempDir
    private Path folder;

    @Test
    void load_nothingGiven_isTheDefaults() {
        Settings settings = ConfigurationFixture.defaults();

        assertThat(settings.get(KnownSettings.HTTP_PORT)).isEqualTo(8080);
        assertThat(settings.get(KnownSettings.HTTP_HOST)).isEqualTo("127.0.0.1");
        assertThat(settings.get(KnownSettings.HTTP_MAX_BODY)).isEqualTo(1 << 20);
        assertThat(settings.get(KnownSettings.CATALOG_DB))
                .isEqualTo(new StoragePlace.Local(Path.of("data/catalog.db")));
        assertThat(settings.get(KnownSettings.REDIS_URL)).isEmpty();
        assertThat(settings.get(KnownSettings.REDIS_COMMAND_TIMEOUT)).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.namespaces()).containsExactly(new Namespace("catalog.product"),
                new Namespace("catalog.stock"), new Namespace("scratch"));
    }

    @Test
    void load_everyKnownSetting_hasADefault() {
        assertThat(KnownSettings.ALL).allSatisfy(setting -> assertThat(ConfigurationFixture.defaults().get(setting))
                .isNotNull());
    }

    @Test
    void load_fileEnvironmentAndOption_theLaterWins() {
        Path file = ConfigurationFixture.write(folder, "http { port = 1, max-body = 2KiB }\ncatalog.db = file.db");
        Map<String, String> environment = Map.of("HEXCACHE_PORT", "2", "HEXCACHE_CATALOG_DB", "environment.db");

        Settings settings = new ConfigurationSources(Optional.of(file), environment, List.of(ConfigurationFixture.port(
                "3"))).load();

        assertThat(settings.get(KnownSettings.HTTP_PORT)).isEqualTo(3);
        assertThat(settings.get(KnownSettings.CATALOG_DB)).isEqualTo(new StoragePlace.Local(Path.of("environment.db")));
        assertThat(settings.get(KnownSettings.HTTP_MAX_BODY)).isEqualTo(2048);
    }

    @Test
    void load_includedFile_counts() throws IOException {
        Files.writeString(folder.resolve("other.conf"), "http.port = 7");

        assertThat(ConfigurationFixture.file(folder, "include \"other.conf\"").get(KnownSettings.HTTP_PORT)).isEqualTo(
                7);
    }

    @Test
    void load_optionTwice_theLastWins() {
        Settings settings = new ConfigurationSources(Optional.empty(), Map.of(), List.of(ConfigurationFixture.port("1"),
                ConfigurationFixture.port("2"))).load();

        assertThat(settings.get(KnownSettings.HTTP_PORT)).isEqualTo(2);
    }

    @Test
    void load_everySettingHasItsVariable() {
        assertThat(KnownSettings.ALL.stream().map(Setting::environmentName)).doesNotHaveDuplicates().contains(
                "HEXCACHE_REDIS_URL", "HEXCACHE_HTTP_MAX_BODY", "HEXCACHE_REDIS_POOL_BORROW_TIMEOUT",
                "HEXCACHE_DEFAULTS_L1_MAX_ITEM_BYTES");
    }

    @Test
    void load_redisUrl_isTheAddress() {
        Settings settings = ConfigurationFixture
                .environment(Map.of("HEXCACHE_REDIS_URL", "redis://:p%40ss@cache:6380/2"));

        assertThat(settings.get(KnownSettings.REDIS_URL)).contains(RedisUri.parse("redis://:p%40ss@cache:6380/2"));
    }

    @Test
    void load_emptyRedisVariable_isTheEmbeddedStoreWhateverTheFileSays() {
        Path file = ConfigurationFixture.write(folder, "redis.url = \"redis://127.0.0.1\"");

        Settings settings = new ConfigurationSources(Optional.of(file), Map.of("HEXCACHE_REDIS_URL", ""), List.of())
                .load();

        assertThat(settings.get(KnownSettings.REDIS_URL)).isEmpty();
    }

    @Test
    void load_variablesOfOthers_areIgnored() {
        Map<String, String> environment = Map.of("PATH", "/bin", "HEXCACHE_URL", "http://127.0.0.1:1", "HEXCACHE_JAVA",
                "/jdk", "HEXCACHE_TEST_REDIS", "redis://somewhere");

        assertThat(ConfigurationFixture.environment(environment).get(KnownSettings.HTTP_PORT)).isEqualTo(8080);
    }
}
