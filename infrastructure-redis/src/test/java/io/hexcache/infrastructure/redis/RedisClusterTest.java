package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisCluster;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls find their server, also while slots move and primaries die. */
@RealRedis
@Timeout(90)
class RedisClusterTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final CacheKey KEY = CacheKey.parse("cluster:1:v0");
    private static final String NAME = "hexcache:{cluster:1:v0}";

    private final RedisCluster shared;
    private final AtomicInteger replaced = new AtomicInteger();

    RedisClusterTest(RedisCluster shared) {
        this.shared = shared;
    }

    @BeforeEach
    void flush() {
        shared.flush();
    }

    private RedisAdapters watched(RedisCluster cluster) {
        RedisAdapters adapters = Redises.connect(Redises.patient(cluster.uri()));
        adapters.store().watch(replaced::incrementAndGet);
        return adapters;
    }

    private static List<CacheKey> keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> new CacheKey(new Namespace("cluster"), "many-" + i, 0)).toList();
    }

    private static RedisProcess other(RedisCluster cluster, RedisProcess than) {
        return cluster.primaries().stream().filter(primary -> primary != than).findFirst().orElseThrow();
    }

    @Test
    void oneMember_isEnoughToFindTheOthers() {
        RedisProcess replica = shared.servers().getLast();
        try (RedisAdapters adapters = Redises.connect(Redises.patient("redis-cluster://no-such-host.invalid,127.0.0.1:"
                + replica.port()))) {
            keys(100).forEach(key -> Redises.set(adapters.store(), key, new byte[]{1}, LONG));

            assertThat(shared.primaries()).allSatisfy(primary -> assertThat((Long) primary.command("DBSIZE"))
                    .isPositive());
        }
    }

    @Test
    void batch_isAnsweredInTheOrderAsked_inOneRoundTripToEachServer() {
        try (RedisAdapters adapters = watched(shared)) {
            List<CacheKey> keys = keys(300);
            IntStream.range(0, keys.size()).forEach(i -> Redises.set(adapters.store(), keys.get(i), new byte[]{
                    (byte) i}, LONG));

            List<Fetched> answers = adapters.store().fetchAll(keys.stream().map(key -> Fetch.of(key, Redises.token(1)))
                    .toList());

            assertThat(IntStream.range(0, keys.size())).allSatisfy(i -> assertThat(answers.get(
                    i)).isInstanceOfSatisfying(Fetched.Found.class,
                            found -> assertThat(found.entry().bytes())
                                    .containsExactly((byte) (int) i)));
            assertThat(replaced).hasValue(0);
        }
    }

    @Test
    void slotHasMoved_callsFollowIt_andNothingCountsAsReplaced() {
        try (RedisAdapters adapters = watched(shared)) {
            CacheStore store = adapters.store();
            Redises.set(store, KEY, new byte[]{1}, LONG);
            int slot = shared.slot(NAME);
            RedisProcess from = shared.primaryOf(slot);
            shared.move(slot, from, other(shared, from));

            assertThat(store.get(KEY).orElseThrow().bytes()).containsExactly(1);
            Redises.set(store, KEY, new byte[]{2}, LONG);
            assertThat(store.get(KEY).orElseThrow().bytes()).containsExactly(2);
            assertThat(store.removeAll(new KeySelection.Within(new Namespace("cluster")))).isEqualTo(1);
            assertThat(replaced).hasValue(0);
        }
    }

    @Test
    void slotIsMoving_whatIsThereIsFound_andWhatCannotBeDoneSaysWhy() {
        try (RedisAdapters adapters = Redises.connect(RedisSettings.of(shared.uri()))) {
            CacheStore store = adapters.store();
            Tag tag = new Tag("moving");
            int slot = shared.slot(NAME);
            int ofTag = shared.slot("hexcache:tag:{moving}");
            Redises.set(store, KEY, new byte[]{1}, LONG);
            RedisProcess from = shared.primaryOf(slot);
            RedisProcess to = other(shared, from);
            RedisProcess fromOfTag = shared.primaryOf(ofTag);
            RedisProcess toOfTag = other(shared, fromOfTag);
            shared.beginMove(slot, from, to);
            shared.beginMove(ofTag, fromOfTag, toOfTag);
            assertThat(store.get(KEY)).as("not moved yet").isPresent();
            shared.moveKeys(slot, from, to);

            assertThat(store.get(KEY)).as("asked for at the other side").isPresent();
            adapters.tagIndex().add(Set.of(tag), KEY, LONG);
            assertThat(adapters.tagIndex().size(tag)).as("made by a script on the other side").isEqualTo(1);
            assertThatExceptionOfType(CacheException.class).isThrownBy(() -> store.fetch(new Fetch(KEY, Redises.token(
                    1), Optional.empty(), Duration.ofHours(1)))).withMessageContainingAll("fetch cluster:1:v0",
                            "is moving");
            assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> store.removeAll(
                    new KeySelection.Within(new Namespace("cluster")))).withMessageContaining("moving");
            assertThat(store.get(KEY)).as("removed, though it cannot be said that nothing was missed").isEmpty();
            shared.endMove(slot, from, to);
            shared.endMove(ofTag, fromOfTag, toOfTag);

            Redises.awaitWorking(() -> store.fetch(Fetch.of(KEY, Redises.token(2))));
            assertThat(adapters.tagIndex().size(tag)).isEqualTo(1);
        }
    }

    @Test
    void slotIsMoving_removalsWork_whereverTheEntryIs() {
        try (RedisAdapters adapters = watched(shared)) {
            CacheStore store = adapters.store();
            for (CacheKey key : keys(2)) {
                Redises.set(store, key, new byte[]{1}, LONG);
                int slot = shared.slot("{" + key.render() + "}");
                RedisProcess from = shared.primaryOf(slot);
                RedisProcess to = other(shared, from);
                shared.beginMove(slot, from, to);
                if (key.identifier().endsWith("1")) {
                    shared.moveKeys(slot, from, to);
                }

                assertThat(store.remove(Set.of(key))).isEqualTo(1);
                assertThat(store.get(key)).isEmpty();
                shared.endMove(slot, from, to);
            }
        }
    }

    @Test
    void slotIsMoving_removalVoidsTheWriteThatHasBegun() {
        try (RedisAdapters adapters = watched(shared)) {
            CacheStore store = adapters.store();
            Redises.set(store, KEY, new byte[]{1}, LONG);
            store.begin(Set.of(KEY), Redises.token(1));
            int slot = shared.slot(NAME);
            RedisProcess from = shared.primaryOf(slot);
            RedisProcess to = other(shared, from);
            shared.beginMove(slot, from, to);

            assertThat(store.remove(Set.of(KEY))).isEqualTo(1);
            shared.endMove(slot, from, to);
            assertThat(store.put(Redises.write(KEY, Redises.token(1), new byte[]{2}, LONG))).isFalse();
            assertThat(store.get(KEY)).isEmpty();
        }
    }

    @Test
    void primaryIsKilled_itsReplicaIsUsed_andNoticedBeforeItsFirstAnswer(RedisCluster own) {
        try (RedisAdapters adapters = Redises.connect(RedisSettings.of(own.uri()))) {
            CacheStore store = adapters.store();
            store.watch(replaced::incrementAndGet);
            Redises.set(store, KEY, new byte[]{1}, LONG);
            int slot = own.slot(NAME);
            RedisProcess earlier = own.primaryOf(slot);
            assertThat(earlier.command("WAIT", "1", "5000")).isEqualTo(1L);
            earlier.kill();
            AtomicInteger noticed = new AtomicInteger(-1);

            Redises.awaitWorking(() -> {
                assertThat(store.get(KEY).orElseThrow().bytes()).containsExactly(1);
                noticed.compareAndSet(-1, replaced.get());
            });

            assertThat(own.awaitSuccessor(slot, earlier)).isNotSameAs(earlier);
            assertThat(noticed.get()).isPositive();
            Redises.awaitWorking(() -> Redises.set(store, KEY, new byte[]{2}, LONG));
        }
    }

    @Test
    void serverAlone_isNoCluster(RedisServer redis) {
        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> Redises.connect(Redises.patient(
                redis.uri().replace("redis:", "redis-cluster:"))).close()).withMessageContaining(
                        "as a cluster")
                .withMessageContaining("write redis://");
    }

    @Test
    void noMemberAnswers_saysSoOfEach() {
        int port = Redises.closedPort();

        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> Redises.connect(Redises.patient(
                "redis-cluster://127.0.0.1:" + port)).close()).withMessageContaining("no member of the redis cluster")
                .withMessageContaining("127.0.0.1:" + port);
    }

    @Test
    void oneServerOfACluster_isToldWhatItIsByTheError() {
        try (RedisAdapters alone = Redises.connect(Redises.patient("redis://127.0.0.1:" + shared.primaries().getFirst()
                .port()))) {
            assertThatExceptionOfType(CacheException.class).isThrownBy(() -> keys(50).forEach(alone.store()::get))
                    .withMessageContaining("write redis-cluster://");
        }
    }
}
