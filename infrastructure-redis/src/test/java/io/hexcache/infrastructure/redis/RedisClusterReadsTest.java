package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisCluster;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers of a cluster share round trips to each server, and notice nothing of what moves. */
@RealRedis
@Timeout(90)
class RedisClusterReadsTest {

    private static final int CALLERS = 2_000;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final CacheKey KEY = key(0);
    private static final String NAME = "hexcache:{" + KEY.render() + "}";

    private final RedisCluster cluster;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private RedisAdapters adapters;
    private CacheStore store;

    RedisClusterReadsTest(RedisCluster shared) {
        this.cluster = shared;
        this.adapters = Redises.connect(Redises.patient(shared.uri()));
        this.store = adapters.store();
    }

    @BeforeEach
    void storeAll() {
        IntStream.range(0, 50).forEach(i -> Redises.set(store, key(i), value(i), LONG));
    }

    @AfterEach
    void close() {
        adapters.close();
        threads.shutdownNow();
    }

    private void use(RedisSettings settings) {
        adapters.close();
        adapters = Redises.connect(settings);
        store = adapters.store();
        storeAll();
    }

    private static CacheKey key(int number) {
        return CacheKey.parse("reads:" + number + ":v0");
    }

    private static byte[] value(int number) {
        return key(number).render().getBytes(StandardCharsets.UTF_8);
    }

    private long executed(String command) {
        return cluster.servers().stream().mapToLong(server -> server.commandCounts().getOrDefault(command, 0L)).sum();
    }

    /** Reads all the time, until the change is done, and some more; none of the readers may fail. */
    private void readDuring(Callable<?> change) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong reads = new AtomicLong();
        List<Future<?>> readers = IntStream.range(0, 50).<Future<?>>mapToObj(number -> threads.submit(() -> {
            while (!done.get()) {
                assertThat(store.get(key(number)).orElseThrow().bytes()).isEqualTo(value(number));
                reads.incrementAndGet();
            }
            return number;
        })).toList();
        try {
            change.call();
            long before = reads.get();
            Awaitility.await().until(() -> reads.get() > before + 1_000 || readers.stream().anyMatch(Future::isDone));
        } finally {
            done.set(true);
        }
        for (Future<?> reader : readers) {
            reader.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void thousandsOfCallers_shareRoundTripsToEachServer_eachReadsItsOwn() throws Exception {
        long trips = executed("time");
        long reads = executed("get");
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<?>> calls = IntStream.range(0, CALLERS).<Future<?>>mapToObj(number -> threads.submit(() -> {
            begin.await();
            assertThat(store.get(key(number % 50)).orElseThrow().bytes()).isEqualTo(value(number % 50));
            return number;
        })).toList();
        begin.countDown();
        for (Future<?> call : calls) {
            call.get(60, TimeUnit.SECONDS);
        }

        assertThat(executed("get") - reads).isEqualTo(CALLERS);
        assertThat(executed("time") - trips).as("one for each go").isBetween(3L, CALLERS / 4L);
        assertThat(executed("mget")).isZero();
    }

    @Test
    void slotsMove_andAReplicaTakesOver_readersNoticeNothing(RedisCluster own) throws Exception {
        use(Redises.patient(own.uri()));
        readDuring(() -> {
            for (int number = 0; number < 5; number++) {
                int slot = own.slot("{" + key(number).render() + "}");
                RedisProcess from = own.primaryOf(slot);
                own.move(slot, from, own.primaries().stream().filter(other -> other != from).findFirst().orElseThrow());
            }
            return own.switchOver(own.slot(NAME));
        });
    }

    @Test
    void serverIsLetGo_whileAReaderWaitsForIt_itsSuccessorIsAsked(RedisCluster own) throws Exception {
        int slot = own.slot(NAME);
        RedisProcess earlier = own.primaryOf(slot);
        List<RedisProcess> others = own.primaries().stream().filter(primary -> primary != earlier).toList();
        use(Redises.patient("redis-cluster://127.0.0.1:" + others.getFirst().port()));
        CacheKey moving = IntStream.range(0, 50).mapToObj(RedisClusterReadsTest::key).filter(key -> own.primaryOf(own
                .slot("{" + key.render() + "}")) == others.getFirst()).findFirst().orElseThrow();
        own.move(own.slot("{" + moving.render() + "}"), others.getFirst(), others.getLast());
        own.switchOver(slot);
        earlier.pause();
        CompletableFuture<byte[]> read = new CompletableFuture<>();
        Thread reader = Thread.ofVirtual().start(() -> read.completeAsync(() -> store.get(KEY).orElseThrow().bytes(),
                Runnable::run));
        Awaitility.await().until(() -> reader.getState() == Thread.State.TIMED_WAITING || reader
                .getState() == Thread.State.WAITING);

        assertThat(store.get(moving)).as("says that there is a new map").isPresent();
        assertThat(read.get(4, TimeUnit.SECONDS)).isEqualTo(value(0));
    }

    @Test
    void slotHasNoServerForAMoment_readersWait_andThoseOfADeadPrimaryAreToldSo(RedisCluster own) throws Exception {
        int slot = own.slot(NAME);
        RedisProcess primary = own.primaryOf(slot);
        RedisProcess other = own.primaries().stream().filter(one -> one != primary).findFirst().orElseThrow();
        use(Redises.patient("redis-cluster://127.0.0.1:" + other.port()));
        readDuring(() -> {
            primary.command("CLUSTER", "DELSLOTS", "" + slot);
            Awaitility.await().until(() -> primary.command("INFO", "errorstats").toString().contains(
                    "errorstat_CLUSTERDOWN"));
            return primary.command("CLUSTER", "ADDSLOTS", "" + slot);
        });
        List<Future<CacheException>> calls = IntStream.range(0, 200).mapToObj(number -> threads.submit(() -> {
            while (true) {
                try {
                    store.get(KEY);
                } catch (CacheException failed) {
                    return failed;
                }
            }
        })).toList();
        primary.kill();

        for (Future<CacheException> call : calls) {
            assertThat(call.get(20, TimeUnit.SECONDS)).isInstanceOfAny(CacheConnectionException.class,
                    CacheTimeoutException.class, CacheOverloadException.class);
        }
    }

    /** What {@code MIGRATE} leaves behind: the life that is left, beside its end by another clock. */
    private void letEndBeByAnotherClock(Duration ahead) {
        cluster.primaryOf(cluster.slot(NAME)).command("EVAL", """
                local time = redis.call('TIME')
                local ends = time[1] * 1000 + redis.call('PTTL', KEYS[1]) + ARGV[1]
                return redis.call('SETRANGE', KEYS[1], 41, struct.pack('>I8', ends))
                """, "1", NAME, Long.toString(ahead.toMillis()));
    }

    @Test
    void entryCameFromAServerWhoseClockIsAhead_livesNoLonger() {
        letEndBeByAnotherClock(Duration.ofHours(1));

        assertThat(store.get(KEY).orElseThrow().remainingLife()).isLessThanOrEqualTo(LONG);
        assertThat(store.fetchAll(List.of(Fetch.of(KEY, Redises.token(1)))).getFirst()).isInstanceOfSatisfying(
                Fetched.Found.class, found -> assertThat(found.entry().remainingLife()).isLessThanOrEqualTo(LONG));
    }

    @Test
    void entryCameFromAServerWhoseClockIsBehind_isFoundAllTheSame() {
        letEndBeByAnotherClock(Duration.ofHours(-1));

        assertThat(store.fetch(Fetch.of(KEY, Redises.token(1)))).isInstanceOfSatisfying(Fetched.Found.class,
                found -> assertThat(found.entry().remainingLife()).isBetween(Duration.ofMillis(1), LONG));
    }
}
