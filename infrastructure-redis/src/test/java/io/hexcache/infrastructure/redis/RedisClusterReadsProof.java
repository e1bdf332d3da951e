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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers of a cluster notice nothing of what moves. */
@RealRedis
@Timeout(90)
class RedisClusterReadsProof {

    private static final int CALLERS = 2_000;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final CacheKey KEY = key(0);
    private static final String NAME = "hexcache:{" + KEY.render() + "}";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<RedisAdapters> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresent(RedisAdapters::close);
        threads.shutdownNow();
    }

    private CacheStore use(String uri) {
        RedisAdapters adapters = Redises.connect(Redises.patient(uri));
        opened = Optional.of(adapters);
        IntStream.range(0, 50).forEach(i -> Redises.set(adapters.store(), key(i), value(i), LONG));
        return adapters.store();
    }

    private static CacheKey key(int number) {
        return CacheKey.parse("reads:" + number + ":v0");
    }

    private static byte[] value(int number) {
        return key(number).render().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads all the time, until the change is done, and some more; none of the readers may fail. */
    private void readDuring(CacheStore store, Callable<?> change) throws Exception {
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
    void slotsMove_andAReplicaTakesOver_readersNoticeNothing(RedisCluster own) throws Exception {
        CacheStore store = use(own.uri());
        readDuring(store, () -> {
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
        CacheStore store = use("redis-cluster://127.0.0.1:" + others.getFirst().port());
        CacheKey moving = IntStream.range(0, 50).mapToObj(RedisClusterReadsProof::key).filter(key -> own.primaryOf(own
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
        CacheStore store = use("redis-cluster://127.0.0.1:" + other.port());
        readDuring(store, () -> {
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
}
