package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.key.CacheKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@RealRedis
class ServerInfoTest {

    private static final CacheKey KEY = CacheKey.parse("info:1:v0");

    @Test
    void info_ofAServer_saysWhatWasDoneOnIt(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            Redises.set(adapters.store(), KEY, new byte[1_000], Duration.ofMinutes(1));
            adapters.store().get(KEY);
            adapters.store().get(CacheKey.parse("info:2:v0"));

            ServerInfo info = adapters.info();
            assertThat(info.keys().number()).isEqualTo(1);
            assertThat(info.keys().hits()).isPositive();
            assertThat(info.keys().misses()).isPositive();
            assertThat(info.keys().evicted()).isZero();
            assertThat(info.memory().usedBytes()).isBetween(100_000L, info.memory().peakBytes());
            assertThat(info.memory().fragmentation()).isPositive();
            assertThat(info.clients()).isPositive();
            assertThat(info.uptime()).isLessThan(Duration.ofMinutes(1));
        }
    }

    @Test
    void info_forbiddenOrAway_isAnErrorByName(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            redis.command("ACL", "SETUSER", "default", "-info");
            assertThatExceptionOfType(CacheReadException.class).isThrownBy(adapters::info).withMessageContainingAll(
                    "info of redis", "NOPERM", "allow");
            redis.command("ACL", "SETUSER", "default", "+info");
            assertThat(adapters.info().clients()).isPositive();
        }
        try (RedisAdapters away = Redises.unreachable()) {
            assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(away::info);
        }
    }

    @Test
    void parse_everyField_isThatOfTheServer() {
        String reply = """
                # Memory\r
                used_memory:2000000\r
                used_memory_human:1.91M\r
                used_memory_peak:3000000\r
                mem_fragmentation_ratio:1.25\r
                # Stats\r
                expired_keys:5\r
                evicted_keys:6\r
                keyspace_hits:7\r
                keyspace_misses:8\r
                # Clients\r
                connected_clients:9\r
                uptime_in_seconds:61\r
                # Keyspace\r
                db0:keys=10,expires=1,avg_ttl=0\r
                db1:keys=11,expires=2,avg_ttl=5,subexpiry=0\r
                """;

        assertThat(ServerInfo.parse(reply, 1)).isEqualTo(new ServerInfo(new ServerInfo.Memory(2_000_000, 3_000_000,
                1.25), new ServerInfo.Keys(11, 6, 5, 7, 8), 9, Duration.ofSeconds(61)));
        assertThat(ServerInfo.parse(reply, 2).keys().number()).isZero();
    }

    @Test
    void parse_whatIsMissingOrNoNumber_isZero() {
        ServerInfo nothing = new ServerInfo(new ServerInfo.Memory(0, 0, 0), new ServerInfo.Keys(0, 0, 0, 0, 0), 0,
                Duration.ZERO);

        assertThat(ServerInfo.parse("", 0)).isEqualTo(nothing);
        assertThat(ServerInfo.parse("used_memory:much\ndb0:odd\nevicted_keys:\nno line at all", 0)).isEqualTo(nothing);
    }
}
