package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.StaleKeyStress;
import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.csc.DefaultCache;

/**
 * The positive control of the stress that the buses of this adapter pass: the cache that Jedis itself offers fails it.
 * Nothing here is used by the adapter, and this is why: a hit of one thread can take an invalidation off a connection
 * between the reply to another thread and its insertion, and the copy that is inserted then stays for ever.
 */
@RealRedis
class JedisCacheProof {

    private static final Duration LENGTH = Duration.ofSeconds(2);

    /** A writer who waits for nobody: the more changes meet reads, the sooner one is missed. */
    private static final int READS_PER_WRITE = 1;
    private static final int MOST_ROUNDS = 150;

    /** The cache that Jedis makes by default, for servers too that it takes for too old, but which know all it uses. */
    private static final class JedisCache extends DefaultCache {

        JedisCache() {
            super(1_000);
        }

        @Override
        public boolean compatibilityMode() {
            return true;
        }
    }

    private record JedisClients(RedisClient cached, RedisClient plain) implements StaleKeyStress.Subject {

        /** Nobody asks here where it came from. */
        @Override
        public StaleKeyStress.Seen read(String key) {
            return new StaleKeyStress.Seen(Long.parseLong(cached.get(key)), false);
        }

        @Override
        public void write(String key, long value) {
            plain.set(key, Long.toString(value));
        }
    }

    @Test
    void cacheOfJedis_underTheStress_keepsStaleKeys(RedisProcess redis) {
        List<StaleKeyStress.Outcome> outcomes = new ArrayList<>();
        try (RedisClient plain = RedisClient.create(redis.host(), redis.port())) {
            while (outcomes.size() < MOST_ROUNDS && outcomes.stream().allMatch(done -> done.stale().isEmpty())) {
                redis.command("FLUSHALL");
                try (RedisClient cached = RedisClient.builder().hostAndPort(redis.host(), redis.port()).clientConfig(
                        DefaultJedisClientConfig.builder().resp3().build()).cache(new JedisCache()).build()) {
                    outcomes.add(StaleKeyStress.run(new JedisClients(cached, plain), READS_PER_WRITE, LENGTH));
                }
            }
        }

        assertThat(outcomes.getLast().stale()).as("stale keys in %s", outcomes).isNotEmpty();
    }
}
