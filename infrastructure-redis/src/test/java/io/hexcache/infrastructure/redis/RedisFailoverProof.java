package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.contract.server.RedisSentinels;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A primary that sentinels watch hangs, and the bus on it is cut off. */
@RealRedis
@Timeout(60)
class RedisFailoverProof {

    private static final CacheKey KEY = CacheKey.parse("failover:1:v0");
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger replaced = new AtomicInteger();

    private RedisAdapters watched(RedisSentinels group) {
        RedisAdapters adapters = Redises.connect(RedisSettings.of(group.uri()));
        adapters.store().watch(replaced::incrementAndGet);
        return adapters;
    }

    @Test
    void primaryHangs_itsSuccessorIsUsed_andWhenItGoesOnItIsNotUsedAgain(RedisSentinels group) {
        try (RedisAdapters adapters = watched(group)) {
            CacheStore store = adapters.store();
            Redises.set(store, KEY, new byte[]{1}, LONG);
            assertThat(group.primary().command("WAIT", "2", "5000")).isEqualTo(2L);
            RedisProcess earlier = group.primary();
            earlier.pause();
            group.awaitSuccessor(earlier);
            Redises.awaitWorking(() -> Redises.set(store, KEY, new byte[]{9}, LONG));
            earlier.resume();

            for (int i = 0; i < 200; i++) {
                assertThat(store.get(KEY).orElseThrow().bytes()).containsExactly(9);
            }
            assertThat(replaced).hasPositiveValue();
        }
    }

    @Test
    void primaryIsKilled_theBusFollows(RedisSentinels group) {
        Heard heard = new Heard();
        try (RedisAdapters adapters = watched(group); RedisAdapters other = watched(group)) {
            adapters.bus().subscribe(heard);
            heard.awaitCalls("connected");
            RedisProcess earlier = group.primary();
            earlier.kill();
            group.awaitSuccessor(earlier);
            heard.awaitCalls("connected", "disconnected", "connected");
            Redises.awaitWorking(() -> Redises.announce(other, "after"));

            heard.awaitCalls("connected", "disconnected", "connected", "after");
        }
    }
}
