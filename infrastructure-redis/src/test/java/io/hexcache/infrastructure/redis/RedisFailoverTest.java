package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.contract.server.RedisSentinels;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A primary that sentinels watch dies while it is used; what else can happen is in {@link RedisFailoverProof}. */
@RealRedis
@Timeout(60)
class RedisFailoverTest {

    private static final CacheKey KEY = CacheKey.parse("failover:1:v0");
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final byte[] BYTES = {1, 2, 3};

    private final AtomicInteger replaced = new AtomicInteger();

    private RedisAdapters watched(RedisSentinels group) {
        RedisAdapters adapters = Redises.connect(RedisSettings.of(group.uri()));
        adapters.store().watch(replaced::incrementAndGet);
        return adapters;
    }

    private static void setAndReplicate(RedisSentinels group, CacheStore store) {
        Redises.set(store, KEY, BYTES, LONG);
        assertThat(group.primary().command("WAIT", "2", "5000")).isEqualTo(2L);
    }

    @Test
    void primaryIsKilledUnderLoad_itsSuccessorIsUsed_andNoticedBeforeItsFirstAnswer(RedisSentinels group) {
        try (RedisAdapters adapters = watched(group); Load load = Load.on(adapters.store(), replaced)) {
            CacheStore store = adapters.store();
            setAndReplicate(group, store);
            load.awaitAnswers(500);
            RedisProcess earlier = group.primary();

            load.expectAnother();
            earlier.kill();
            group.awaitSuccessor(earlier);
            load.awaitAnswers(500);

            assertThat(load.noticed()).as("times that the watchers had been called when the successor first answered")
                    .isPositive();
            assertThat(load.wrong()).isEmpty();
            Redises.set(store, KEY, BYTES, LONG);
        }
    }

    /** Threads that read one key all the time; that the store is away is no answer. */
    private static final class Load implements AutoCloseable {

        private static final int READERS = 8;

        private final CacheStore store;
        private final AtomicInteger replaced;
        private final CountDownLatch over = new CountDownLatch(1);
        private final AtomicLong answers = new AtomicLong();
        private final AtomicBoolean expecting = new AtomicBoolean();
        private final AtomicBoolean failed = new AtomicBoolean();
        private final AtomicInteger noticed = new AtomicInteger(-1);
        private final List<String> wrong = new CopyOnWriteArrayList<>();
        private final List<Thread> threads;

        private Load(CacheStore store, AtomicInteger replaced) {
            this.store = store;
            this.replaced = replaced;
            this.threads = IntStream.range(0, READERS).mapToObj(i -> Thread.ofVirtual().start(this::read)).toList();
        }

        static Load on(CacheStore store, AtomicInteger replaced) {
            return new Load(store, replaced);
        }

        private void read() {
            while (over.getCount() > 0) {
                try {
                    store.get(KEY).map(entry -> entry.bytes().length).filter(length -> length != BYTES.length)
                            .ifPresent(length -> wrong.add(length + " bytes"));
                    answers.incrementAndGet();
                    if (failed.get()) {
                        noticed.compareAndSet(-1, replaced.get());
                    }
                } catch (CacheException away) {
                    failed.compareAndSet(false, expecting.get());
                    breathe();
                } catch (RuntimeException unexpected) {
                    wrong.add(unexpected.toString());
                }
            }
        }

        /** A service reads from its source meanwhile, and leaves the processor to others. */
        private void breathe() {
            try {
                over.await(2, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        void expectAnother() {
            expecting.set(true);
        }

        void awaitAnswers(int more) {
            long before = answers.get();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> answers.get() >= before + more);
        }

        int noticed() {
            return noticed.get();
        }

        List<String> wrong() {
            return wrong;
        }

        @Override
        public void close() {
            over.countDown();
            for (Thread thread : threads) {
                try {
                    thread.join();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
