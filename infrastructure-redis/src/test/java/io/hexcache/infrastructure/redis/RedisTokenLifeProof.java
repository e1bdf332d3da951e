package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Guard;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The life of a token by the clock of the server; the contract lets it end sooner. */
@RealRedis
@Timeout(60)
class RedisTokenLifeProof {

    private static final CacheKey KEY = CacheKey.parse("token:1:v0");

    @Test
    void begin_nobodyPuts_theEntryIsGoneWithTheToken_andNotEarlier(RedisServer server) {
        try (RedisAdapters adapters = Redises.connect(server)) {
            CacheStore store = adapters.store();
            Redises.set(store, KEY, new byte[]{1}, Duration.ofMinutes(1));
            long began = System.nanoTime();
            store.begin(Set.of(KEY), Redises.token(1));

            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> store.get(KEY).isEmpty() && store.inspect(KEY)
                    .guard() == Guard.FREE);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(CacheStore.TOKEN_LIFE
                    .minusMillis(50));
        }
    }
}
