package io.hexcache.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidConfigurationTest {

    @TempDir
    private Path folder;

    private static AbstractStringAssert<?> message(ThrowingCallable load) {
        String[] message = new String[1];
        assertThatExceptionOfType(InvalidConfigurationException.class).isThrownBy(load)
                .satisfies(refused -> message[0] = refused.getMessage()).withNoCause();
        return assertThat(message[0]).doesNotContain("\n");
    }

    private AbstractStringAssert<?> messageOfFile(String text) {
        return message(() -> ConfigurationFixture.file(folder, text));
    }

    private static AbstractStringAssert<?> messageOfVariable(String name, String text) {
        return message(() -> ConfigurationFixture.environment(Map.of(name, text)));
    }

    @Test
    void file_unknownSetting_isNamedWithItsLine() {
        messageOfFile("http {\n  port = 1\n  prot = 2\n}").startsWith("http.prot (")
                .contains("mine.conf: 3) is not a setting; there are http.host, http.port");
    }

    @Test
    void file_unknownGroup_isNamedWithItsLine() {
        messageOfFile("\nhtpp { port = 1 }").startsWith("htpp (").contains("mine.conf: 2) is not a setting");
    }

    @Test
    void file_quotedPath_isNotTheSettingAndSaysSo() {
        messageOfFile("\"http.port\" = 1").startsWith("\"http.port\" (");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"http.port = nine | http.port is 'nine' |a whole number from 0 to 65535",
            "http.port = 65536 | http.port is '65536' |a whole number from 0 to 65535",
            "http.port = 80.5 | http.port is '80.5' |a whole number",
            "http.max-body = 1KB | http.max-body is '1KB' |a size from 1KiB to 64MiB, such as",
            "redis.command-timeout = 250 | redis.command-timeout is '250' |a duration from 1ms to 1m, such as 250ms",
            "http.host = 0.0.0.0 | http.host is '0.0.0.0' |a loopback address (127.0.0.1, ::1 or localhost),"
                    + " since the service has no authentication yet",
            "data.name = Node | data.name is 'Node' |1 to 40 of a-z",
            "catalog.db = \"\" | catalog.db is '' |the path of a file",
            "redis.bus = stream | redis.bus is 'stream' |pubsub or streams",
            "redis.stream.max-entries = 10 | redis.stream.max-entries is '10' |1000 to 10000000",
            "redis.breaker.failures = 0 | redis.breaker.failures is '0' |1 to 1000",
            "redis.breaker.open-for = 5ms | redis.breaker.open-for is '5ms' |a duration from 10ms to 1m",
            "redis.breaker.probes = 101 | redis.breaker.probes is '101' |1 to 100",
            "redis.breaker.slow-call = 0s | redis.breaker.slow-call is '0s' |a duration from 1ms to 1m",
            "loads.at-once = 0 | loads.at-once is '0' |1 to 100000",
            "loads.per-second-while-away = many | loads.per-second-while-away is 'many' |1 to 1000000",
            "redis.key-prefix = \"a:b\" | redis.key-prefix is 'a:b' |1 to 64 letters, digits",
            "namespaces.user.ttl = 0s | namespaces.user.ttl is '0s' |a duration from 1ms to 365d",
            "profile = test | profile is 'test' |none, development, staging or production",
            "namespaces.user.jitter = 1.1 | namespaces.user.jitter is '1.1' |a number from 0 to 1, such as 0.2",
            "defaults.jitter = 10% | defaults.jitter is '10%' |a number from 0 to 1",
            "defaults.sliding = yes | defaults.sliding is 'yes' |true or false",
            "namespaces.user.refresh.mode = early | namespaces.user.refresh.mode is 'early' |none, ahead, xfetch or"
                    + " stale-while-revalidate",
            "defaults.refresh.share = 1 | defaults.refresh.share is '1' |a number from 0.01 to 0.99",
            "defaults.refresh.beta = 101 | defaults.refresh.beta is '101' |a number from 0.01 to 100, such as 1.5",
            "defaults.max-stale = 366d | defaults.max-stale is '366d' |a duration from 0ms to 365d",
            "namespaces.user.hard-timeout = 11s | namespaces.user.hard-timeout is '11s' |a duration from 1ms to 10s",
            "namespaces.user.soft-timeout = 0s | namespaces.user.soft-timeout is '0s' |a duration from 1ms to 10s",
            "defaults.when-away = wait | defaults.when-away is 'wait' |write or refuse",
            "defaults.format = xml | defaults.format is 'xml' |json or messagepack",
            "namespaces.user.compression = zip | namespaces.user.compression is 'zip' |none, lz4 or gzip",
            "namespaces.user.compress-above = 2GiB | namespaces.user.compress-above is '2GiB' |a size from 0B to 1GiB",
            "codec.max-value = 1 | codec.max-value is '1' |a size from 1KiB to 1GiB",
            "defaults.l1.admission = none | defaults.l1.admission is 'none' |all or popular",
            "defaults.l1.max-entries = -1 | defaults.l1.max-entries is '-1' |a whole number from 0 to"})
    void file_invalidValue_isNamedWithLineValueAndWhatIsLegal(String line, String start, String legal) {
        messageOfFile("\n" + line).startsWith(start + " (").contains("mine.conf: 2); it must be ").contains(legal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http.port = null", "http.port = [1]", "http.port { number = 1 }"})
    void file_noSingleValue_isNamedWithItsLine(String line) {
        messageOfFile(line).matches("http\\.port(\\.number)? .*mine\\.conf: 1\\).*");
    }

    @Test
    void file_valueForAGroup_saysHowToWriteIt() {
        messageOfFile("redis = \"redis://127.0.0.1\"").contains("redis (", "mine.conf: 1", "write redis { ... }");
    }

    @Test
    void file_illegalNamespace_isNamedWithTheRule() {
        messageOfFile("namespaces { Users {} }").startsWith("namespaces.Users (").contains("mine.conf: 1)",
                "[a-z][a-z0-9-]*");
    }

    @Test
    void file_namespaceWithUnquotedDot_saysThatItNeedsQuotes() {
        messageOfFile("namespaces { user.profile { ttl = 1m } }").startsWith("namespaces.user.profile (").contains(
                "needs quotes: \"user.profile\"");
    }

    @Test
    void file_contradictingLimits_areNamedTogether() {
        messageOfFile("namespaces.user.l1 { max-bytes = 1KiB }").matches(
                "namespaces\\.user\\.l1\\.max-item-bytes is 100KiB \\(the default\\),"
                        + " more than the 1KiB \\(.*mine\\.conf: 1\\) of l1.max-bytes; .*");
    }

    @Test
    void file_revalidationWithoutAnyTimeToBeStale_isNamedTogether() {
        messageOfFile("namespaces.user.refresh.mode = stale-while-revalidate").matches(
                "namespaces\\.user\\.refresh\\.mode is stale-while-revalidate \\(.*mine\\.conf: 1\\),"
                        + " but max-stale is 0s \\(the default\\), .*; set max-stale, such as 60s");
    }

    @Test
    void file_contradictionThatIsInherited_isNamedWhereItIs() {
        messageOfFile("namespaces { user { max-stale = 1m, refresh.mode = stale-while-revalidate },\n"
                + " \"user.profile\".max-stale = 0s }").startsWith(
                        "namespaces.\"user.profile\".refresh.mode is")
                .contains("max-stale is 0s (", "mine.conf: 2)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"user:*\" | ttl-rules (|takes a list; write ttl-rules = [{pattern =",
            "[5m] | ttl-rules[0] (|must have a pattern and a ttl, and nothing else; write ttl-rules = [{pattern =",
            "[{pattern = \"*\"}] | ttl-rules[0] (|must have a pattern and a ttl",
            "[{pattern = \"*\", ttl = 1m, x = 1}] | ttl-rules[0] (|must have a pattern and a ttl, and nothing else",
            "[{pattern = \"*\", ttl = 1m}, {pattern = \"*\", ttl = 0s}] | ttl-rules[1].ttl is '0s' (|it must be a"
                    + " duration from 1ms to 365d",
            "[{pattern = \"user:[a\", ttl = 1m}] | ttl-rules[0].pattern (|user:[a"})
    void file_illegalTtlRules_areNamedWithLineAndWayOut(String rules, String start, String reason) {
        for (String group : List.of("defaults.", "namespaces.user.")) {
            messageOfFile("\n" + group + "ttl-rules = " + rules).startsWith(group + start).contains("mine.conf: 2)",
                    reason);
        }
    }

    @Test
    void file_tooManyTtlRules_areRefusedWithTheirNumber() {
        messageOfFile("defaults.ttl-rules = [" + "{pattern = \"*\", ttl = 1m},".repeat(101) + "]").contains(
                "has 101 rules; there can be 100 at most");
    }

    @Test
    void file_notHocon_isNamedWithItsLine() {
        messageOfFile("http {\n port = 1").contains("is not HOCON", "mine.conf: 2");
    }

    @Test
    void file_unresolvedReference_isNamedWithItsLine() {
        messageOfFile("\nhttp.port = ${THE_PORT}").contains("mine.conf: 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"include \"missing.conf\"", "include file(\"missing.conf\")"})
    void file_includesOneThatDoesNotExist_isNamed(String line) {
        messageOfFile(line).contains("includes 'missing.conf'", "existing, readable file");
    }

    @Test
    void file_invalidValueThatAnOptionOverrides_isNamed() {
        Path file = ConfigurationFixture.write(folder, "http.port = nine");

        message(() -> new ConfigurationSources(Optional.of(file), Map.of(), List.of(ConfigurationFixture.port("9")))
                .load()).startsWith("http.port is 'nine' (");
    }

    @Test
    void file_thatDoesNotExist_isNamed() {
        Path missing = folder.resolve("missing.conf");

        message(() -> new ConfigurationSources(Optional.of(missing), Map.of(), List.of()).load()).contains(missing
                .toString(), "existing, readable file");
    }

    @Test
    void file_thatIsAFolder_isNamed() {
        message(() -> new ConfigurationSources(Optional.of(folder), Map.of(), List.of()).load()).contains(
                "existing, readable file");
    }

    @Test
    void variable_unknown_isNamedWithThoseThatThereAre() {
        messageOfVariable("HEXCACHE_PROT", "1").startsWith("environment variable 'HEXCACHE_PROT' is not a setting")
                .contains(
                        "HEXCACHE_HTTP_PORT");
    }

    @Test
    void variable_invalid_isNamed() {
        messageOfVariable("HEXCACHE_PORT", "x\ny").isEqualTo(
                "http.port is 'x\\u000ay' (environment variable HEXCACHE_PORT);"
                        + " it must be a whole number from 0 to 65535");
    }

    @Test
    void variable_inBothForms_isRefused() {
        message(() -> ConfigurationFixture.environment(Map.of("HEXCACHE_PORT", "1", "HEXCACHE_HTTP_PORT", "2")))
                .contains(
                        "http.port is given twice", "HEXCACHE_PORT", "HEXCACHE_HTTP_PORT");
    }

    @Test
    void option_invalid_isNamed() {
        message(() -> new ConfigurationSources(Optional.empty(), Map.of(), List.of(ConfigurationFixture.port("-1")))
                .load())
                .startsWith("http.port is '-1' (option --port); it must be ");
    }

    @Test
    void longValue_isShortened() {
        messageOfVariable("HEXCACHE_PORT", "7".repeat(5_000)).hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret", "http://:s3cret@host", "redis://:s3cret@", "redis://:s3cret@host:99999",
            "redis://:s3cret@host/name", "redis://:s3cret@host:6379?a=b", "redis://:s3cret%@host",
            "redis://us er:s3cret@host",
            "redis:s3cret@host"})
    void redisUrl_invalid_isNamedButNeverShown(String url) {
        messageOfVariable("HEXCACHE_REDIS_URL", url).startsWith("redis.url is not legal, and not shown").contains(
                "environment variable HEXCACHE_REDIS_URL", "redis://user:password@host:port/database").doesNotContain(
                        "s3cret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"redis://:s3cret@host:0 | the port must be between 1 and 65535",
            "redis-sentinel://:s3cret@host | the name that the sentinels give the primary",
            "rediss://host?verify=s3cret | can only be none", "redis://:s3cret@a,b | names one host"})
    void redisUrl_invalid_saysWhichPart(String url, String part) {
        messageOfVariable("HEXCACHE_REDIS_URL", url).contains(part).doesNotContain("s3cret");
    }

    @Test
    void tlsAuthorities_thatAreNotThere_areRefused() {
        messageOfVariable("HEXCACHE_REDIS_TLS_CA", "/no/such/ca.pem").startsWith(
                "redis.tls.ca is '/no/such/ca.pem' (environment variable HEXCACHE_REDIS_TLS_CA); it must be empty, or"
                        + " the path of a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis.url = redis://:s3cret@host", "redis.url \"redis://:s3cret@host\"",
            "redis.url = \"redis://:s3cret", "redis { url = \"redis://:s3cret@host\" } }",
            "redis.url = {\"s3cret\" \"s3cret\"}",
            "redis.url = [\"s3cret\" : 1]", "redis.url = redis://:s3cret@host$x"})
    void redisUrl_inAFileThatIsNotLegal_isNeverShown(String line) {
        messageOfFile(line).contains("mine.conf: 1").doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://ada:s3cret@host/db", "jdbc:postgresql:s3cret",
            "postgresql://ada:s3cret@host/db", "jdbc:mysql://host/db?password=s3cret",
            "jdbc:postgresql://host/db?s3cret", "jdbc:postgresql://host/db?password=s3cret%"})
    void urlOfADatabase_invalid_isNamedButNeverShown(String url) {
        for (String variable : List.of("HEXCACHE_DATA_DIR", "HEXCACHE_DB")) {
            messageOfVariable(variable, url).contains("not shown", "environment variable " + variable,
                    "jdbc:postgresql://host:port/database?user=").doesNotContain("s3cret");
        }
    }
}
