package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is no live entry for a reader is none for a removal either. */
@RealRedis
@Timeout(10)
class RedisExpiryTest {

    private static final CacheKey KEY = CacheKey.parse("user:7:v0");

    private final RedisServer redis;
    private final RedisAdapters adapters;
    private final CacheStore store;

    RedisExpiryTest(RedisServer redis) {
        this.redis = redis;
        this.adapters = Redises.connect(redis);
        this.store = adapters.store();
    }

    @BeforeEach
    void flush() {
        redis.flush();
    }

    @AfterEach
    void close() {
        adapters.close();
    }

    /** Redis keeps a key through the millisecond in which its ttl has come to 0. Without pauses, it is hit often. */
    @RepeatedTest(50)
    void remove_withinTheLastMillisecond_countsNothing() {
        Redises.set(store, KEY, new byte[1], Duration.ofMillis(2));
        boolean live = true;
        while (live) {
            live = store.get(KEY).isPresent();
        }

        assertThat(store.remove(Set.of(KEY))).isZero();
    }

    @Test
    void remove_entryWithoutTtl_isNotOursButGoes() {
        redis.command("SET", "hexcache:{user:7:v0}", "for ever");

        assertThat(store.remove(Set.of(KEY))).isZero();
        assertThat(redis.command("DBSIZE")).isEqualTo(0L);
    }
}
