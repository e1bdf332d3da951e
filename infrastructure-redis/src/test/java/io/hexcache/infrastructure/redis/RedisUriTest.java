package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.CacheConfigurationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisUriTest {

    private static final RedisTls VERIFIED = new RedisTls.Verified(Optional.empty());

    @ParameterizedTest
    @CsvSource({"redis://h, h, 6379, '', '', 0", "redis://h/, h, 6379, '', '', 0", "redis://h:7/3, h, 7, '', '', 3",
            "redis://:pw@h:7, h, 7, '', pw, 0", "redis://u:p%40w%3A@10.0.0.1:7/0, 10.0.0.1, 7, u, p@w:, 0",
            "redis://u:p:w@[::1]:7, ::1, 7, u, p:w, 0", "redis://%C3%A4:a+b%2F@h, h, 6379, \u00e4, a+b/, 0"})
    void parse_standalone_isTakenApart(String text, String host, int port, String user, String password,
            int database) {
        assertThat(RedisUri.parse(text)).isEqualTo(new RedisUri(new RedisTopology.Standalone(new RedisAddress(host,
                port)), new RedisCredentials(user, password), database, new RedisTls.Off()));
    }

    @Test
    void parse_sentinel_isTakenApart() {
        RedisUri uri = RedisUri.parse(
                "redis-sentinel://u:p%2C@a:1,b,[::1]:3/my-primary/4?sentinel-user=s&sentinel-password=t%26");

        assertThat(uri).isEqualTo(new RedisUri(new RedisTopology.Sentinel(List.of(new RedisAddress("a", 1),
                new RedisAddress("b", 26_379), new RedisAddress("::1", 3)), "my-primary",
                new RedisCredentials("s",
                        "t&")),
                new RedisCredentials("u", "p,"), 4, new RedisTls.Off()));
    }

    @Test
    void parse_sentinelWithoutDatabaseOrPasswords_hasNone() {
        for (String text : List.of("redis-sentinel://a/p", "redis-sentinel://a/p/")) {
            assertThat(RedisUri.parse(text)).isEqualTo(new RedisUri(new RedisTopology.Sentinel(List.of(
                    new RedisAddress("a", 26_379)), "p", RedisCredentials.NONE), RedisCredentials.NONE, 0,
                    new RedisTls.Off()));
        }
    }

    @Test
    void parse_cluster_isTakenApart() {
        assertThat(RedisUri.parse("redis-cluster://u:p@a:1,b")).isEqualTo(new RedisUri(new RedisTopology.Cluster(List
                .of(new RedisAddress("a", 1), new RedisAddress("b", 6_379))), new RedisCredentials("u", "p"), 0,
                new RedisTls.Off()));
        assertThat(RedisUri.parse("rediss-cluster://a/").tls()).isEqualTo(VERIFIED);
    }

    @Test
    void parse_withTls_verifiesUnlessToldNotTo() {
        assertThat(RedisUri.parse("rediss://h").tls()).isEqualTo(VERIFIED);
        assertThat(RedisUri.parse("rediss-sentinel://h/p").tls()).isEqualTo(VERIFIED);
        assertThat(RedisUri.parse("rediss://h/3?verify=none").tls()).isEqualTo(new RedisTls.Unverified());
        assertThat(RedisUri.parse("redis://h").tls()).isEqualTo(new RedisTls.Off());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                           | none of the schemes
            h:6379                                       | none of the schemes
            http://h                                     | none of the schemes
            secret                                       | none of the schemes
            redis:secret@h                               | none of the schemes
            redis://                                     | each host is a name
            redis://a,b                                  | names one host
            redis://h:0                                  | port must be between
            redis://h:65536                              | port must be between
            redis://h:secret                             | each host is a name
            redis://h_h                                  | each host is a name
            redis-sentinel://a,,b/p                      | each host is a name
            redis://h/x                                  | number of a database
            redis://h/-1                                 | number of a database
            redis://h/1/2                                | number of a database
            redis://h/1000000                            | number of a database
            redis-cluster://h/0                          | a cluster has one database
            redis-cluster://h?sentinel-password=secret   | for redis-sentinel://
            redis-sentinel://h                           | the name that the sentinels give
            redis-sentinel://h/                          | the name that the sentinels give
            redis-sentinel://h/p/x                       | the name that the sentinels give
            redis://h#a                                  | character 10 is not legal
            redis://u:secret @h                          | character 17 is not legal
            redis://u:secret@ h@h                        | character 18 is not legal
            redis://u:sec%ret@h                          | character 14 is not legal
            redis://secret@h                             | stands user:password
            redis://u:@h                                 | stands user:password
            redis://:@h                                  | stands user:password
            redis://u:p@secret@h                         | written %40
            redis://u:sec/secret@h                       | end at the first '/'
            redis://u:sec?secret@h                       | end at the first '/'
            redis://h?a=secret                           | there are verify=none
            redis://h?verify                             | there are verify=none
            rediss://h?verify=full                       | can only be none
            redis://h?verify=none                        | for TLS
            rediss://h?verify=none&verify=none           | stands there twice
            redis://h?sentinel-password=secret           | for redis-sentinel://
            redis-sentinel://h/p?sentinel-user=secret    | needs sentinel-password
            """)
    void parse_illegalAddress_namesThePart_withoutTheSecret(String text, String part) {
        assertThatThrownBy(() -> RedisUri.parse(text)).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining(part).hasMessageContaining(RedisUri.FORMS).hasNoCause()
                .satisfies(refused -> assertThat(text.equals("secret") || !refused.getMessage().contains("secret"))
                        .as(refused.getMessage()).isTrue());
        assertThat(RedisUri.problem(text)).hasValueSatisfying(problem -> assertThat(problem).contains(part)
                .doesNotContain("secret"));
    }

    @Test
    void problem_ofALegalAddress_isNone() {
        assertThat(RedisUri.problem("redis://u:p@h")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"redis://me:secret@h:7/3, redis://***@h:7/3", "redis://h, redis://h:6379",
            "rediss://:secret@h?verify=none, rediss://***@h:6379?verify=none",
            "'rediss-cluster://:secret@a,b:1', 'rediss-cluster://***@a:6379,b:1'",
            "'redis-sentinel://a,b:1/p/2?sentinel-password=secret', 'redis-sentinel://a:26379,b:1/p/2'"})
    void toString_showsNoSecret(String text, String shown) {
        assertThat(RedisUri.parse(text).toString()).isEqualTo(shown);
        assertThat(RedisSettings.of(text).toString()).contains(shown).doesNotContain("secret");
        assertThat(RedisUri.parse(text).topology().toString()).doesNotContain("secret");
    }

    @Test
    void withAuthorities_whereNothingIsVerified_isRefused() {
        Path pem = Path.of("ca.pem");

        assertThat(RedisUri.parse("rediss://h").withAuthorities(pem).tls()).isEqualTo(new RedisTls.Verified(Optional
                .of(pem)));
        assertThatThrownBy(() -> RedisUri.parse("redis://h").withAuthorities(pem)).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("write rediss");
        assertThatThrownBy(() -> RedisUri.parse("rediss://h?verify=none").withAuthorities(pem)).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("verify=none");
    }
}
