package io.hexcache.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hexcache.contract.StaleKeyStress;
import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.port.WritableSource;
import io.hexcache.domain.strategy.CacheDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole nodes on one Redis under the stress that the cache of Jedis itself does not pass: one node reads, the other one
 * writes. One short round in every build; longer ones, and several, by {@code stress.millis} and {@code stress.rounds}.
 */
@RealRedis
@Timeout(120)
class CoherenceStressTest {

    private static final int ROUNDS = Integer.getInteger("stress.rounds", 1);
    private static final Duration LENGTH = Duration.ofMillis(Long.getLong("stress.millis", 2_000));

    /** What both nodes cache. */
    private record Source(Map<String, Long> rows) implements WritableSource<Long> {

        @Override
        public Optional<Long> load(String identifier) {
            return Optional.ofNullable(rows.get(identifier));
        }

        @Override
        public Long store(String identifier, Long value) {
            rows.put(identifier, value);
            return value;
        }

        @Override
        public boolean delete(String identifier) {
            return rows.remove(identifier) != null;
        }
    }

    /** Every other change goes through the cache; the rest is made at the source, and said afterwards. */
    private record TwoNodes(Source source, Cache<Long> reading, Cache<Long> writing) implements
            StaleKeyStress.Subject {

        @Override
        public StaleKeyStress.Seen read(String key) {
            Lookup<Long> found = reading.get(key);
            return new StaleKeyStress.Seen(found.value().orElseThrow(), found instanceof Lookup.Hit<Long> hit && hit
                    .tier() == Tier.L1);
        }

        @Override
        public void write(String key, long value) {
            if (value % 2 == 0) {
                writing.put(key, value);
            } else {
                source.store(key, value);
                writing.invalidate(key);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pubsub", "streams"})
    void readersAndAWriter_whenItIsQuiet_noKeyIsStale(String bus, RedisServer redis, @TempDir Path folder) {
        TestNodes nodes = TestNodes.on(redis, folder).with("HEXCACHE_REDIS_BUS", bus);
        try (OpenGraph one = OpenGraph.start(nodes.settings()); OpenGraph other = OpenGraph.start(nodes.settings())) {
            Source source = new Source(new ConcurrentHashMap<>());
            CacheDefinition<Long> stressed = CacheDefinition.of("stressed", Long.class).withSource(source);
            TwoNodes subject = new TwoNodes(source, one.node().caches().declare(stressed), other.node().caches()
                    .declare(stressed));
            await().until(() -> one.node().isTrusted() && other.node().isTrusted());
            for (int round = 1; round <= ROUNDS; round++) {
                StaleKeyStress.Outcome outcome = StaleKeyStress.run(subject, LENGTH);

                assertThat(outcome.stale()).as("stale keys in round %d: %s", round, outcome).isEmpty();
                assertThat(outcome.localReads()).as("hits in L1 in round %d: %s", round, outcome)
                        .isGreaterThanOrEqualTo(outcome.reads() / 2);
            }
        }
    }
}
