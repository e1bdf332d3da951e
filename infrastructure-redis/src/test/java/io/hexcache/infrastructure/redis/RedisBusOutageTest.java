package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.contract.server.RedisServer;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealRedis
@Timeout(60)
class RedisBusOutageTest {

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(10));
    }

    @Test
    void killedAndRestarted_isALossAndAReturn_andLaterMessagesArrive(RedisProcess redis) {
        Heard heard = new Heard();
        try (RedisAdapters one = Redises.connect(redis); RedisAdapters two = Redises.connect(redis)) {
            two.bus().subscribe(heard);
            heard.awaitCalls("connected");
            Redises.announce(one, "before");
            heard.awaitCalls("connected", "before");

            redis.kill();
            heard.awaitCalls("connected", "before", "disconnected");
            redis.restart();
            heard.awaitCalls("connected", "before", "disconnected", "connected");

            await().ignoreExceptions().until(() -> {
                Redises.announce(one, "after");
                return true;
            });
            heard.awaitCalls("connected", "before", "disconnected", "connected", "after");
        }
    }

    @Test
    void awayAtFirst_connectsWhenTheServerComes(RedisProcess redis) {
        Heard heard = new Heard();
        try (RedisAdapters adapters = Redises.connect(redis)) {
            redis.kill();
            adapters.bus().subscribe(heard);
            assertThat(heard.calls()).isEmpty();

            redis.restart();
            heard.awaitCalls("connected");
        }
    }

    @Test
    void halfOpenConnection_isNoticedByTheMissingAnswers(RedisProcess redis) {
        Heard heard = new Heard();
        try (RedisAdapters adapters = Redises.connect(redis)) {
            adapters.bus().subscribe(heard);
            heard.awaitCalls("connected");
            redis.pause();

            heard.awaitCalls("connected", "disconnected");
            redis.resume();
            heard.awaitCalls("connected", "disconnected", "connected");
        }
    }

    @Test
    void messageOfAnotherVersion_isAGap(RedisServer redis) {
        Heard heard = new Heard();
        try (RedisAdapters adapters = Redises.connect(redis); RedisAdapters other = Redises.connect(redis)) {
            adapters.bus().subscribe(heard);
            heard.awaitCalls("connected");

            redis.command("PUBLISH", "hexcache:changes", "7 is the version of tomorrow");
            Redises.announce(other, "known");

            heard.awaitCalls("connected", "disconnected", "connected", "known");
        }
    }

    @Test
    void killedByAnOperator_reconnects(RedisServer redis) {
        Heard heard = new Heard();
        try (RedisAdapters adapters = Redises.connect(redis)) {
            adapters.bus().subscribe(heard);
            heard.awaitCalls("connected");

            redis.command("CLIENT", "KILL", "TYPE", "pubsub");

            heard.awaitCalls("connected", "disconnected", "connected");
        }
    }

    @Test
    void serverDropsAListenerThatIsTooSlow_isALossAndAReturn(RedisProcess redis) {
        Heard heard = new Heard();
        try (RedisAdapters adapters = Redises.connect(redis)) {
            adapters.bus().subscribe(heard);
            heard.awaitCalls("connected");

            redis.command("CONFIG", "SET", "client-output-buffer-limit", "pubsub 1000 0 0");
            redis.command("PUBLISH", "hexcache:changes", "x".repeat(10_000_000));

            heard.awaitCalls("connected", "disconnected", "connected");
        }
    }

    @Test
    void listenerThrowsAnError_isALossAndAReturn_andLaterMessagesArrive(RedisServer redis) {
        Heard heard = new Heard();
        try (RedisAdapters adapters = Redises.connect(redis); RedisAdapters other = Redises.connect(redis)) {
            adapters.bus().subscribe(heard.chokingOn("too-much"));
            heard.awaitCalls("connected");

            Redises.announce(other, "too-much");
            heard.awaitCalls("connected", "too-much", "disconnected", "connected");

            Redises.announce(other, "after");
            heard.awaitCalls("connected", "too-much", "disconnected", "connected", "after");
        }
    }

    @Test
    void listenerThrowsAnErrorWhenTheBusIsLost_reconnectsAllTheSame(RedisServer redis) {
        Heard heard = new Heard();
        try (RedisAdapters adapters = Redises.connect(redis)) {
            adapters.bus().subscribe(heard.chokingOn("disconnected"));
            heard.awaitCalls("connected");

            redis.command("CLIENT", "KILL", "TYPE", "pubsub");

            heard.awaitCalls("connected", "disconnected", "connected");
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
            heard.awaitCalls("connected");

            Redises.announce(other, "theirs");
            Redises.announce(same, "ours");

            heard.awaitCalls("connected", "ours");
        }
    }

    @Test
    void close_whileTheServerIsAwayOrHangs_endsPromptly(RedisProcess redis) {
        RedisAdapters away = Redises.unreachable();
        RedisAdapters hanging = Redises.connect(RedisSettings.of(redis.uri()));
        Heard heard = new Heard();
        away.bus().subscribe(heard);
        hanging.bus().subscribe(heard);
        heard.awaitCalls("connected");
        redis.pause();

        long began = System.nanoTime();
        away.close();
        hanging.close();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(heard.calls()).containsExactly("connected", "disconnected");
    }
}
