package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.error.CacheConnectionException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealRedis
@Timeout(20)
class RedisConnectTest {

    @Test
    void connect_clientNameAndDatabase_areThoseOfTheSettings(RedisServer redis) {
        RedisSettings settings = RedisSettings.of("redis://%s:%d/3".formatted(redis.host(), redis.port()));
        try (RedisAdapters adapters = Redises.connect(settings)) {
            adapters.store().ping();

            assertThat(redis.command("CLIENT", "LIST").toString().lines()).anyMatch(
                    line -> line.contains("name=hexcache ") && line.contains(" db=3 "));
        }
    }

    @Test
    void connect_nothingListens_saysWhereAndWhatToDo() {
        int port = Redises.closedPort();

        assertRefused("redis://127.0.0.1:" + port, "127.0.0.1:" + port, "refused", "correct the address");
    }

    @Test
    void connect_unknownHost_saysSo() {
        assertRefused("redis://no-such-host.invalid", "no-such-host.invalid:6379", "correct the address");
    }

    @Test
    void connect_password_isUsed(RedisProcess redis) {
        redis.requirePassword("a:b@c%");
        String uri = "redis://:a%3Ab%40c%25@127.0.0.1:" + redis.port();

        try (RedisAdapters adapters = Redises.connect(RedisSettings.of(uri))) {
            adapters.store().ping();
        }
    }

    @Test
    void connect_userOfTheAcl_isUsed(RedisProcess redis) {
        redis.command("ACL", "SETUSER", "me", "on", ">secret", "~*", "&*", "+@all");

        try (RedisAdapters adapters = Redises
                .connect(RedisSettings.of("redis://me:secret@127.0.0.1:" + redis.port()))) {
            adapters.store().ping();
            assertThat(redis.command("CLIENT", "LIST").toString()).contains("user=me");
        }
    }

    @Test
    void connect_wrongOrMissingPassword_saysSoWithoutIt(RedisProcess redis) {
        redis.requirePassword("right");

        assertRefused("redis://:secret@127.0.0.1:" + redis.port(), "refuses user or password");
        assertRefused("redis://me:secret@127.0.0.1:" + redis.port(), "refuses user or password");
        assertRefused("redis://127.0.0.1:" + redis.port(), "asks for a password");
    }

    @Test
    void connect_databaseThatIsNotThere_saysSo(RedisServer redis) {
        assertRefused("redis://%s:%d/99".formatted(redis.host(), redis.port()), "has no database 99");
    }

    @Test
    void connect_somethingElseListens_saysSo() throws IOException {
        try (OtherServer http = OtherServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertRefused(http.uri(), "not a Redis");
        }
        try (OtherServer odd = OtherServer.saying("+OK\r\n+OK\r\n+OK\r\n+OK\r\n")) {
            assertRefused(odd.uri(), "redis");
        }
    }

    @Test
    void connect_silentServer_givesUpInTime() throws IOException {
        try (OtherServer silent = OtherServer.silent()) {
            long began = System.nanoTime();
            assertRefused(silent.uri(), "does not answer");

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        }
    }

    private static void assertRefused(String uri, String... parts) {
        assertThatExceptionOfType(CacheConnectionException.class)
                .isThrownBy(() -> Redises.connect(RedisSettings.of(uri))
                        .close())
                .satisfies(refused -> assertThat(refused.getMessage()).contains(parts).doesNotContain("secret")
                        .doesNotContain("\n"));
    }
}
