package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.BusListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealRedis
@Timeout(60)
class RedisBusOutageTest {

    /** Writes down what it hears, in order. */
    private static final class Heard implements BusListener {

        private final List<String> calls = new CopyOnWriteArrayList<>();

        @Override
        public void connected() {
            calls.add("connected");
        }

        @Override
        public void disconnected() {
            calls.add("disconnected");
        }

        @Override
        public void received(Message message) {
            calls.add(((KeySelection.Keys) message.change().selection()).keys().iterator().next().identifier());
        }
    }

    /** Breaks down once, after it has written down that call. */
    private record Choking(Heard heard, String call, AtomicBoolean done) implements BusListener {

        @Override
        public void connected() {
            heard.connected();
            choke();
        }

        @Override
        public void disconnected() {
            heard.disconnected();
            choke();
        }

        @Override
        public void received(Message message) {
            heard.received(message);
            choke();
        }

        private void choke() {
            if (heard.calls.getLast().equals(call) && done.compareAndSet(false, true)) {
                throw new LinkageError("made by the test");
            }
        }
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(10));
    }

    private static void awaitCalls(Heard heard, String... calls) {
        await().untilAsserted(() -> assertThat(heard.calls).containsExactly(calls));
    }

    @Test
    void killedAndRestarted_isALossAndAReturn_andLaterMessagesArrive(RedisProcess redis) {
        Heard heard = new Heard();
        try (RedisAdapters one = Redises.connect(redis); RedisAdapters two = Redises.connect(redis)) {
            two.bus().subscribe(heard);
            awaitCalls(heard, "connected");
            Redises.announce(one, "before");
            awaitCalls(heard, "connected", "before");

            redis.kill();
            awaitCalls(heard, "connected", "before", "disconnected");
            redis.restart();
            awaitCalls(heard, "connected", "before", "disconnected", "connected");

            await().ignoreExceptions().until(() -> {
                Redises.announce(one, "after");
                return true;
            });
            awaitCalls(heard, "connected", "before", "disconnected", "connected", "after");
        }
    }

    @Test
    void awayAtFirst_connectsWhenTheServerComes(RedisProcess redis) {
        Heard heard = new Heard();
        try (RedisAdapters adapters = Redises.connect(redis)) {
            redis.kill();
            adapters.bus().subscribe(heard);
            assertThat(heard.calls).isEmpty();

            redis.restart();
            awaitCalls(heard, "connected");
        }
    }

    @Test
    void halfOpenConnection_isNoticedByTheMissingAnswers(RedisProcess redis) {
        Heard heard = new Heard();
        try (RedisAdapters adapters = Redises.connect(redis)) {
            adapters.bus().subscribe(heard);
            awaitCalls(heard, "connected");
            redis.pause();

            awaitCalls(heard, "connected", "disconnected");
            redis.resume();
            awaitCalls(heard, "connected", "disconnected", "connected");
        }
    }

    @Test
    void nothingHappens_theConnectionStays(RedisServer redis) {
        Heard heard = new Heard();
        try (RedisAdapters adapters = Redises.connect(redis)) {
            adapters.bus().subscribe(heard);
            awaitCalls(heard, "connected");
            long pings = redis.commandCounts().getOrDefault("ping", 0L);

            await().until(() -> redis.commandCounts().getOrDefault("ping", 0L) >= pings + 4);
            assertThat(heard.calls).containsExactly("connected");
        }
    }

    @Test
    void messageOfAnotherVersion_isAGap(RedisServer redis) {
        Heard heard = new Heard();
        try (RedisAdapters adapters = Redises.connect(redis); RedisAdapters other = Redises.connect(redis)) {
            adapters.bus().subscribe(heard);
            awaitCalls(heard, "connected");

            redis.command("PUBLISH", "hexcache:changes", "7 is the version of tomorrow");
            Redises.announce(other, "known");

            awaitCalls(heard, "connected", "disconnected", "connected", "known");
        }
    }

    @Test
    void killedByAnOperator_reconnects(RedisServer redis) {
        Heard heard = new Heard();
        try (RedisAdapters adapters = Redises.connect(redis)) {
            adapters.bus().subscribe(heard);
            awaitCalls(heard, "connected");

            redis.command("CLIENT", "KILL", "TYPE", "pubsub");

            awaitCalls(heard, "connected", "disconnected", "connected");
        }
    }

    @Test
    void serverDropsAListenerThatIsTooSlow_isALossAndAReturn(RedisProcess redis) {
        Heard heard = new Heard();
        try (RedisAdapters adapters = Redises.connect(redis)) {
            adapters.bus().subscribe(heard);
            awaitCalls(heard, "connected");

            redis.command("CONFIG", "SET", "client-output-buffer-limit", "pubsub 1000 0 0");
            redis.command("PUBLISH", "hexcache:changes", "x".repeat(10_000_000));

            awaitCalls(heard, "connected", "disconnected", "connected");
        }
    }

    @Test
    void listenerThrowsAnError_isALossAndAReturn_andLaterMessagesArrive(RedisServer redis) {
        Heard heard = new Heard();
        try (RedisAdapters adapters = Redises.connect(redis); RedisAdapters other = Redises.connect(redis)) {
            adapters.bus().subscribe(new Choking(heard, "too-much", new AtomicBoolean()));
            awaitCalls(heard, "connected");

            Redises.announce(other, "too-much");
            awaitCalls(heard, "connected", "too-much", "disconnected", "connected");

            Redises.announce(other, "after");
            awaitCalls(heard, "connected", "too-much", "disconnected", "connected", "after");
        }
    }

    @Test
    void listenerThrowsAnErrorWhenTheBusIsLost_reconnectsAllTheSame(RedisServer redis) {
        Heard heard = new Heard();
        try (RedisAdapters adapters = Redises.connect(redis)) {
            adapters.bus().subscribe(new Choking(heard, "disconnected", new AtomicBoolean()));
            awaitCalls(heard, "connected");

            redis.command("CLIENT", "KILL", "TYPE", "pubsub");

            awaitCalls(heard, "connected", "disconnected", "connected");
        }
    }

    @Test
    void otherPrefix_isAnotherBus(RedisServer redis) {
        Heard heard = new Heard();
        RedisSettings settings = Redises.patient(redis);
        try (RedisAdapters adapters = Redises.connect(settings);
                RedisAdapters same = Redises.connect(settings);
                RedisAdapters other = Redises.connect(settings.withKeyPrefix("other"))) {
            adapters.bus().subscribe(heard);
            awaitCalls(heard, "connected");

            Redises.announce(other, "theirs");
            Redises.announce(same, "ours");

            awaitCalls(heard, "connected", "ours");
        }
    }

    @Test
    void close_whileTheServerIsAwayOrHangs_endsPromptly(RedisProcess redis) {
        RedisAdapters away = Redises.unreachable();
        RedisAdapters hanging = Redises.connect(RedisSettings.of(redis.uri()));
        Heard heard = new Heard();
        away.bus().subscribe(heard);
        hanging.bus().subscribe(heard);
        awaitCalls(heard, "connected");
        redis.pause();

        long began = System.nanoTime();
        away.close();
        hanging.close();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(heard.calls).containsExactly("connected", "disconnected");
    }
}
