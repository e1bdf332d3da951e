package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A bus on which nothing happens, for longer than a connection may be without a sign of life. */
@RealRedis
@Timeout(30)
class RedisBusQuietProof {

    @Test
    void nothingHappens_theConnectionStays(RedisServer redis) {
        Heard heard = new Heard();
        try (RedisAdapters adapters = Redises.connect(redis)) {
            adapters.bus().subscribe(heard);
            heard.awaitCalls("connected");
            long pings = redis.commandCounts().getOrDefault("ping", 0L);

            await().until(() -> redis.commandCounts().getOrDefault("ping", 0L) >= pings + 4);
            assertThat(heard.calls()).containsExactly("connected");
        }
    }
}
