package io.hexcache.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.domain.Cache;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.infrastructure.resilience4j.BreakerState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The figures of an outage, on a real Redis and with readers whom L1 does not answer. */
@RealRedis
class OutageMeasurement {

    private static final int ROUNDS = 10;
    private static final int READERS = 8;
    private static final int KEYS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Readers of a node without L1, whose source takes 10 ms. */
    private static final class Readers implements AutoCloseable {

        private final SlowSource source = new SlowSource(1_000, Duration.ofMillis(10));
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final OutageFigures failures = new OutageFigures();
        private final AtomicLong reads = new AtomicLong();
        private volatile OutageFigures times = new OutageFigures();

        Readers(Cache<String> cache) {
            for (int reader = 0; reader < READERS; reader++) {
                threads.execute(() -> {
                    while (!threads.isShutdown()) {
                        read(cache, "k" + reads.getAndIncrement() % KEYS);
                    }
                });
            }
        }

        private void read(Cache<String> cache, String key) {
            long begun = System.nanoTime();
            try {
                cache.getOrLoad(key, source::find);
                times.add(System.nanoTime() - begun);
            } catch (RuntimeException failure) {
                failures.add(System.nanoTime() - begun);
            }
        }

        /** Forgets the times so far. */
        void measureAnew() {
            times = new OutageFigures();
        }

        OutageFigures times() {
            return times;
        }

        @Override
        public void close() {
            threads.close();
        }
    }

    private static OpenGraph start(RedisProcess redis, Path folder) {
        return OpenGraph.start(TestNodes.on(redis, folder).with("HEXCACHE_DEFAULTS_L1_MAX_ENTRIES", "0").settings());
    }

    private static Readers readers(OpenGraph graph) {
        return new Readers(graph.node().caches().declare(CacheDefinition.of("outage.rows", String.class)));
    }

    private static long until(Callable<Boolean> condition) {
        long begun = System.nanoTime();
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2)).until(condition);
        return System.nanoTime() - begun;
    }

    private static boolean isClosed(OpenGraph graph) {
        return graph.breakers().stream().allMatch(state -> state == BreakerState.CLOSED);
    }

    @Test
    void storeHangsAndComesBack_breakerOpensWithinASecond_closesWithinTwo_andL1IsTrustedWithinHalfOfOne(
            RedisProcess redis, @TempDir Path folder) {
        OutageFigures opening = new OutageFigures();
        OutageFigures closing = new OutageFigures();
        OutageFigures trusting = new OutageFigures();
        try (OpenGraph graph = start(redis, folder); Readers readers = readers(graph)) {
            for (int round = 0; round < ROUNDS; round++) {
                until(() -> isClosed(graph) && graph.node().isTrusted());
                readers.measureAnew();
                until(() -> readers.times().size() > 500);
                redis.pause();
                opening.add(until(() -> graph.breakers().getFirst() != BreakerState.CLOSED));
                // Each outage is longer than the one before, so that they end anywhere between two attempts.
                long length = Duration.ofMillis(1_000 + 137L * round).toNanos();
                long hanging = System.nanoTime();
                until(() -> System.nanoTime() - hanging > length && !graph.node().isTrusted());
                redis.resume();
                long begun = System.nanoTime();
                until(graph.node()::isTrusted);
                trusting.add(System.nanoTime() - begun);
                until(() -> isClosed(graph));
                closing.add(System.nanoTime() - begun);
            }
            assertThat(readers.failures.size()).isZero();
        }
        System.out
                .printf("store hangs: breaker opens after %s; store back: L1 trusted after %s, breakers closed after %s"
                        + " (median, slowest of %d)%n", opening, trusting, closing, ROUNDS);
        assertThat(opening.median()).isLessThan(Duration.ofSeconds(1));
        assertThat(closing.median()).isLessThan(Duration.ofSeconds(2));
        assertThat(trusting.median()).isLessThan(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @EnumSource
    void fault_noReaderFails_andFromASecondAfterItReadsAreQuick(RedisFault fault, RedisProcess redis,
            @TempDir Path folder) {
        try (OpenGraph graph = start(redis, folder); Readers readers = readers(graph)) {
            until(() -> readers.times().size() > 2_000);
            fault.begin(redis);
            long begun = System.nanoTime();
            until(() -> System.nanoTime() - begun > Duration.ofSeconds(1).toNanos());
            readers.measureAnew();
            until(() -> System.nanoTime() - begun > Duration.ofSeconds(4).toNanos());
            Duration slowest = readers.times().share(0.99);
            System.out.printf("%s: %d reads, %d failed, median %.1f ms, p99 %.1f ms%n", fault, readers.times().size(),
                    readers.failures.size(), readers.times().median().toNanos() / 1e6, slowest.toNanos() / 1e6);
            fault.end(redis);
            assertThat(readers.failures.size()).isZero();
            assertThat(slowest).isLessThan(Duration.ofMillis(60));
        }
    }

    @Test
    void everythingLost_theSourceWorksAtNineTenthsOfItsCapacity(RedisProcess redis, @TempDir Path folder) {
        assertThat(ColdCacheMeasurement.goodput(redis, folder, 2_500)).isGreaterThan(0.9);
    }
}
