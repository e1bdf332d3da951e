package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.time.Waiter;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A primary has been replaced, and those who were asked have yet to hear of it: callers go on to its successor. The
 * clock stands still but for the pauses that the adapter makes, so no machine is too slow for this.
 */
@Timeout(30)
class RedisBehindTest {

    private static final CacheKey KEY = CacheKey.parse("behind:1:v0");
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final int STALE_ANSWERS = 3;

    private final AtomicLong now = new AtomicLong(1);
    private final AtomicInteger lookups = new AtomicInteger();
    private final ScriptedRedis earlier = new ScriptedRedis('a');
    private final ScriptedRedis successor = new ScriptedRedis('b');
    private final ScriptedRedis informant = new ScriptedRedis('c');
    private int staleAnswers = STALE_ANSWERS;

    /** Lets as much time pass as is asked for, at once. */
    private record Jump(AtomicLong now) implements Waiter {

        @Override
        public boolean await(CompletableFuture<?> done, Duration atMost) {
            now.addAndGet(atMost.toNanos());
            return done.isDone();
        }
    }

    @AfterEach
    void close() {
        earlier.close();
        successor.close();
        informant.close();
    }

    private RedisAdapters cluster() {
        informant.knowing(() -> line(known()));
        earlier.knowing(() -> line(known()));
        successor.knowing(() -> line(successor).replace("master", "myself,master"));
        return adapters("redis-cluster://127.0.0.1:" + informant.port());
    }

    private RedisAdapters sentinel() {
        informant.answering(command -> ScriptedRedis.list("127.0.0.1", "" + known().port()));
        return adapters("redis-sentinel://127.0.0.1:" + informant.port() + "/primary");
    }

    private RedisAdapters adapters(String uri) {
        return RedisAdapters.unconnected(RedisSettings.of(uri), now::get, new Jump(now));
    }

    /** Whom the informant takes for the primary. */
    private ScriptedRedis known() {
        return lookups.incrementAndGet() <= staleAnswers ? earlier : successor;
    }

    private static String line(ScriptedRedis primary) {
        return "%d 127.0.0.1:%d@1 master - 0 0 1 connected 0-16383%n".formatted(primary.port(), primary.port());
    }

    private static Function<String, @Nullable String> integers() {
        return command -> ":1\r\n";
    }

    /** Each kind of call: a merged read, a batch, a change that is in time or not at all, one without a batch. */
    private void assertAllGoOn(CacheStore store) {
        assertThat(store.get(KEY)).isEmpty();
        successor.answering(integers());
        lookups.set(0);
        assertThat(store.remove(Set.of(KEY))).isEqualTo(1);
        assertThat(successor.asked("EVALSHA")).isEqualTo(1);
    }

    @Test
    void replicaIsTakenForAPrimary_theMapOfTheClusterIsAskedUntilItKnowsBetter() {
        earlier.asReplica();
        try (RedisAdapters adapters = cluster()) {
            assertAllGoOn(adapters.store());
        }
        assertThat(earlier.asked("GET") + earlier.asked("EVALSHA")).isZero();
    }

    @Test
    void replicaIsTakenForAPrimary_changesGoOn_andAreExecutedOnce() {
        earlier.asReplica();
        successor.answering(integers());
        try (RedisAdapters adapters = cluster()) {
            Redises.set(adapters.store(), KEY, new byte[]{1}, LIFE);
        }
        assertThat(successor.asked("EVALSHA")).isEqualTo(1);
    }

    @Test
    void replicaIsTakenForAPrimary_probesAskItsSuccessor() {
        earlier.asReplica();
        successor.answering(command -> "+PONG\r\n");
        try (RedisAdapters adapters = cluster()) {
            adapters.store().ping();
        }
        assertThat(successor.asked("PING")).isPositive();
    }

    @Test
    void replicaIsTakenForAPrimary_walksBeginAnew() {
        earlier.asReplica();
        successor.answering(command -> "*2\r\n$1\r\n0\r\n*0\r\n");
        try (RedisAdapters adapters = cluster()) {
            assertThat(adapters.store().removeAll(new KeySelection.Within(new Namespace("behind")))).isZero();
        }
        assertThat(successor.asked("SCAN")).isPositive();
    }

    @Test
    void nobodyEverKnowsAnother_theErrorComesInTime() {
        earlier.asReplica();
        staleAnswers = Integer.MAX_VALUE;
        try (RedisAdapters adapters = cluster()) {
            assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> adapters.store().get(KEY))
                    .withMessageContaining("it is a replica");
        }
        assertThat(Duration.ofNanos(now.get())).isBetween(Duration.ofMillis(250), Duration.ofMillis(350));
    }

    @Test
    void primaryIsDead_andHasNoSuccessor_isSaidAtOnce() {
        earlier.close();
        staleAnswers = Integer.MAX_VALUE;
        try (RedisAdapters adapters = cluster()) {
            assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> adapters.store().get(KEY))
                    .withMessageContaining("redis at 127.0.0.1:" + earlier.port());
        }
        assertThat(now.get()).isEqualTo(1);
    }

    @Test
    void primaryStopsAfterItsSuccessorTookOver_readsGoOn() {
        staleAnswers = 1;
        earlier.answering(command -> null);
        try (RedisAdapters adapters = cluster()) {
            assertThat(adapters.store().get(KEY)).isEmpty();
        }
        assertThat(successor.asked("GET")).isEqualTo(1);
    }

    @Test
    void memberIsReadingItsData_readersWaitForIt() {
        AtomicInteger loading = new AtomicInteger(2 * STALE_ANSWERS);
        earlier.answering(command -> loading.getAndDecrement() > 0
                ? ScriptedRedis.error("LOADING Redis is loading the dataset in memory")
                : ScriptedRedis.NIL);
        staleAnswers = Integer.MAX_VALUE;
        try (RedisAdapters adapters = cluster()) {
            assertThat(adapters.store().get(KEY)).isEmpty();
            loading.set(Integer.MAX_VALUE);
            assertThatExceptionOfType(CacheReadException.class).isThrownBy(() -> adapters.store().get(KEY))
                    .withMessageContaining("still reading its data");
        }
    }

    @Test
    void memberBecomesAReplicaOnAnOpenConnection_whatItRefusesGoesOn() {
        earlier.answering(command -> ScriptedRedis.error("READONLY You can't write against a read only replica."));
        try (RedisAdapters adapters = cluster()) {
            successor.answering(integers());
            assertThat(adapters.store().remove(Set.of(KEY))).isEqualTo(1);
        }
        assertThat(successor.asked("EVALSHA")).isEqualTo(1);
    }

    @Test
    void slotHasMovedToAMemberThatIsNotUp_andOnToAnother_readersFollow() {
        earlier.answering(command -> ScriptedRedis.error("MOVED 1 127.0.0.1:" + Redises.closedPort()));
        try (RedisAdapters adapters = cluster()) {
            assertThat(adapters.store().get(KEY)).isEmpty();
        }
        assertThat(successor.asked("GET")).isEqualTo(1);
    }

    @Test
    void sentinelNamesAReplica_itIsAskedUntilItKnowsBetter() {
        staleAnswers = 2;
        earlier.asReplica();
        try (RedisAdapters adapters = sentinel()) {
            assertAllGoOn(adapters.store());
            Redises.set(adapters.store(), KEY, new byte[]{1}, LIFE);
        }
        assertThat(earlier.asked("GET") + earlier.asked("EVALSHA")).isZero();
    }

    @Test
    void primaryHangsUpAsItIsMadeAReplica_readsGoToTheOneThatTheSentinelsName() {
        staleAnswers = 1;
        earlier.answering(command -> null);
        try (RedisAdapters adapters = sentinel()) {
            assertThat(adapters.store().get(KEY)).isEmpty();
        }
        assertThat(successor.asked("GET")).isEqualTo(1);
    }

    @Test
    void primaryThatSentinelsWatchBecomesAReplica_whatItRefusesGoesOn() {
        staleAnswers = 1;
        earlier.answering(command -> ScriptedRedis.error("READONLY You can't write against a read only replica."));
        successor.answering(integers());
        try (RedisAdapters adapters = sentinel()) {
            assertThat(adapters.store().remove(Set.of(KEY))).isEqualTo(1);
            Redises.set(adapters.store(), KEY, new byte[]{1}, LIFE);
        }
        assertThat(earlier.asked("EVALSHA")).isEqualTo(1);
        assertThat(successor.asked("EVALSHA")).isEqualTo(2);
    }
}
