package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.time.BlockingWaiter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** Another store behind the same address is noticed before it answers. */
@RealRedis
@Timeout(30)
class RedisReplacedTest {

    private static final CacheKey KEY = CacheKey.parse("replaced:1:v0");
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger replaced = new AtomicInteger();
    private final AtomicLong skipped = new AtomicLong();

    private RedisAdapters watched(RedisServer redis) {
        RedisAdapters adapters = RedisAdapters.connect(Redises.patient(redis),
                () -> System.nanoTime() + skipped.get(), new BlockingWaiter());
        adapters.store().watch(replaced::incrementAndGet);
        return adapters;
    }

    private static void useSeveralConnections(CacheStore store) {
        IntStream.range(0, 200).parallel().forEach(i -> store.get(KEY));
    }

    @Test
    void sameServer_howeverManyConnections_isNotAnother(RedisServer redis) {
        try (RedisAdapters adapters = watched(redis)) {
            useSeveralConnections(adapters.store());
            redis.command("CLIENT", "KILL", "TYPE", "normal");
            skipped.addAndGet(Duration.ofSeconds(1).toNanos());
            useSeveralConnections(adapters.store());

            assertThat(replaced).hasValue(0);
        }
    }

    @Test
    void restartFromAnOlderCopy_isNoticedOnce_beforeItAnswers(RedisProcess redis) {
        try (RedisAdapters adapters = watched(redis)) {
            CacheStore store = adapters.store();
            Redises.set(store, KEY, new byte[]{1}, LONG);
            redis.save();
            Redises.set(store, KEY, new byte[]{2}, LONG);
            redis.kill();
            redis.restart();
            AtomicInteger noticedAtFirstAnswer = new AtomicInteger(-1);

            Awaitility.await().ignoreExceptions().untilAsserted(() -> {
                assertThat(store.get(KEY).orElseThrow().bytes()).as("the older copy").containsExactly(1);
                noticedAtFirstAnswer.compareAndSet(-1, replaced.get());
            });
            useSeveralConnections(store);

            assertThat(noticedAtFirstAnswer).hasValue(1);
            assertThat(replaced).hasValue(1);
        }
    }

    @Test
    void serverBecomesAPrimaryAgain_isAnother(RedisProcess redis) {
        try (RedisAdapters adapters = watched(redis)) {
            redis.command("REPLICAOF", "127.0.0.1", Integer.toString(Redises.closedPort()));
            redis.command("REPLICAOF", "NO", "ONE");
            redis.command("CLIENT", "KILL", "TYPE", "normal");
            skipped.addAndGet(Duration.ofSeconds(1).toNanos());
            adapters.store().get(KEY);

            assertThat(replaced).hasValue(1);
        }
    }

    @Test
    void refusalByAReplica_makesTheNextCallConnectAnew(RedisProcess redis) {
        try (RedisAdapters adapters = watched(redis)) {
            redis.command("REPLICAOF", "127.0.0.1", Integer.toString(Redises.closedPort()));
            assertThat(catchThrowable(adapters.store()::ping)).hasMessageContaining("READONLY");
            redis.command("REPLICAOF", "NO", "ONE");
            adapters.store().ping();

            assertThat(replaced).hasValue(1);
        }
    }

    @Test
    void connectionsToTheEarlierStore_areClosed(RedisServer redis) {
        StoreIdentity identity = new StoreIdentity();
        RedisSettings settings = Redises.patient(redis);
        try (LinePool pool = new LinePool(settings, Redises.dialer(settings, System::nanoTime, identity),
                System::nanoTime)) {
            Operation operation = Operation.read("try", "a connection");
            Line first = pool.use(operation, line -> line);
            identity.met("another");
            Line second = pool.use(operation, line -> line);

            assertThat(second).isNotSameAs(first);
            assertThat(catchThrowable(first::askTime)).isInstanceOf(JedisConnectionException.class);
        }
    }

    @Test
    void otherName_isAnotherStore() {
        StoreIdentity identity = new StoreIdentity();
        identity.met("first");
        identity.watch(replaced::incrementAndGet);
        identity.met("first");
        assertThat(replaced).hasValue(0);

        identity.met("second");
        assertThat(replaced).hasValue(1);
        assertThat(identity.isCurrent("first")).isFalse();
        assertThat(identity.isCurrent("second")).isTrue();
    }

    @Test
    void serverThatDoesNotSayWhoItIs_countsAsAnotherEachTime() {
        StoreIdentity identity = new StoreIdentity();
        identity.watch(replaced::incrementAndGet);
        identity.met(StoreIdentity.UNKNOWN);
        identity.met(StoreIdentity.UNKNOWN);

        assertThat(replaced).hasValue(2);
        assertThat(identity.isCurrent(StoreIdentity.UNKNOWN)).isTrue();
    }

    @Test
    void name_isTheRunAndTheReplication() {
        String server = "# Server\r\nredis_version:7.0.15\r\nrun_id:" + "a".repeat(40) + "\r\n";
        String replication = "# Replication\r\nmaster_replid:%s\r\nmaster_replid2:%s\r\n"
                .formatted("b".repeat(40), "c".repeat(40));
        String info = server + replication;

        assertThat(StoreIdentity.name(info)).isEqualTo("a".repeat(40) + "b".repeat(40));
        assertThat(StoreIdentity.name("NOPERM")).isEqualTo(StoreIdentity.UNKNOWN);
    }
}
