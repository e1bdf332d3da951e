package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where the stream does not go on from the place of a node, the node is told of a loss. */
@RealRedis
@Timeout(60)
class RedisStreamLossTest {

    private static final String STREAM = "hexcache:changes:{register}";
    private static final StreamSettings SHORT = new StreamSettings(1_000);

    private final Heard heard = new Heard();
    private RedisAdapters adapters;
    private RedisAdapters others;
    private InvalidationBus bus;
    private InvalidationBus other;

    @BeforeEach
    void connect(RedisProcess redis) {
        adapters = Redises.connect(redis);
        others = Redises.connect(redis);
        bus = adapters.streamBus(SHORT);
        other = others.streamBus(SHORT);
    }

    @AfterEach
    void close() {
        adapters.close();
        others.close();
    }

    private void subscribe() {
        bus.subscribe(heard);
        heard.awaitCalls("connected");
        Redises.announce(other, "before");
        heard.awaitCalls("connected", "before");
    }

    private void assertLossAndReturn() {
        heard.awaitCalls("connected", "before", "disconnected", "connected");
        Awaitility.await().ignoreExceptions().until(() -> Redises.announce(other, "after") > 0);
        heard.awaitCalls("connected", "before", "disconnected", "connected", "after");
    }

    @Test
    void everythingFlushed_isALoss_thoughNobodyAnnounces(RedisProcess redis) {
        subscribe();
        redis.command("FLUSHALL");

        assertLossAndReturn();
    }

    @Test
    void everythingFlushedAndMoreAnnouncedAtOnce_isALoss(RedisProcess redis) {
        subscribe();
        redis.command("FLUSHALL");
        Redises.announce(other, "lost-or-not");

        Awaitility.await().untilAsserted(() -> assertThat(heard.calls()).startsWith("connected", "before",
                "disconnected", "connected"));
    }

    @Test
    void trimmedPastItsPlace_isALoss(RedisProcess redis) {
        subscribe();
        redis.command("XTRIM", STREAM, "MAXLEN", "0");

        assertLossAndReturn();
    }

    @Test
    void restartFromACopyThatHoldsItsPlace_isALoss_sinceLaterMessagesMayBeGone(RedisProcess redis) {
        subscribe();
        redis.save();
        redis.kill();
        redis.restart();

        assertLossAndReturn();
    }

    @Test
    void restartFromAnOlderCopy_isALoss(RedisProcess redis) {
        bus.subscribe(heard);
        heard.awaitCalls("connected");
        redis.save();
        Redises.announce(other, "before");
        heard.awaitCalls("connected", "before");
        redis.kill();
        redis.restart();

        assertLossAndReturn();
    }

    @Test
    void restartWithNothing_isALoss(RedisProcess redis) {
        subscribe();
        redis.kill();
        redis.restartEmpty();

        assertLossAndReturn();
    }

    @Test
    void serverBecomesAPrimaryAgain_isALoss(RedisProcess redis) {
        subscribe();
        redis.command("REPLICAOF", "127.0.0.1", Integer.toString(Redises.closedPort()));
        redis.command("REPLICAOF", "NO", "ONE");

        assertLossAndReturn();
    }

    @Test
    void storeBehindTheAddressIsAnother_isNoticedByOtherConnections(RedisProcess redis) {
        subscribe();
        redis.command("REPLICAOF", "127.0.0.1", Integer.toString(Redises.closedPort()));
        redis.command("REPLICAOF", "NO", "ONE");
        redis.command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");

        assertLossAndReturn();
    }

    @Test
    void slowListener_isTrimmedPast_andToldSo(RedisProcess redis) throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        bus.subscribe(new BusListener() {

            @Override
            public void connected() {
                heard.connected();
            }

            @Override
            public void disconnected() {
                heard.disconnected();
            }

            @Override
            public void received(Message message) {
                heard.received(message);
                busy.countDown();
                waitFor(done);
            }
        });
        heard.awaitCalls("connected");
        Redises.announce(other, "first");
        busy.await();
        for (int i = 0; i < 1_300; i++) {
            Redises.announce(other, "missed");
        }
        assertThat((Long) redis.command("XLEN", STREAM)).as("what the stream keeps").isBetween(1_000L, 1_200L);
        done.countDown();

        heard.awaitCalls("connected", "first", "disconnected", "connected");
        Redises.announce(other, "after");
        heard.awaitCalls("connected", "first", "disconnected", "connected", "after");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void messageOfAnotherVersion_isAGap(RedisProcess redis) {
        subscribe();
        redis.command("XADD", STREAM, "*", "m", "7 is the version of tomorrow");
        Redises.announce(other, "known");
        heard.awaitCalls("connected", "before", "disconnected", "connected", "known");

        redis.command("XADD", STREAM, "*", "z", "a kind of tomorrow");
        heard.awaitCalls("connected", "before", "disconnected", "connected", "known", "disconnected", "connected");
    }

    @Test
    void listenerThrowsAnError_isALoss_andLaterMessagesArrive(RedisProcess redis) {
        bus.subscribe(heard.chokingOn("before"));
        heard.awaitCalls("connected");
        Redises.announce(other, "before");

        assertLossAndReturn();
    }

    @Test
    void listenerThrowsAnErrorWhenItIsToldOfALoss_isConnectedAllTheSame(RedisProcess redis) {
        bus.subscribe(heard.chokingOn("disconnected"));
        heard.awaitCalls("connected");
        Redises.announce(other, "before");
        heard.awaitCalls("connected", "before");
        redis.command("FLUSHALL");

        assertLossAndReturn();
    }

    @Test
    void awayAtFirst_connectsWhenTheServerComes(RedisProcess redis) {
        redis.kill();
        bus.subscribe(heard);
        assertThat(heard.calls()).isEmpty();

        redis.restart();
        heard.awaitCalls("connected");
    }

    @Test
    void memoryIsFull_nodesEnterAndAnnounceAllTheSame(RedisProcess redis) {
        redis.command("CONFIG", "SET", "maxmemory-policy", "noeviction");
        redis.command("CONFIG", "SET", "maxmemory", "1");

        bus.subscribe(heard);
        heard.awaitCalls("connected");
        Redises.announce(other, "change");
        heard.awaitCalls("connected", "change");
    }

    @Test
    void foreignKeyInItsPlace_isAnErrorByName_andIsLeftAlone(RedisProcess redis) {
        redis.command("SET", STREAM, "foreign");
        bus.subscribe(heard);

        assertThatExceptionOfType(CacheWriteException.class).isThrownBy(() -> Redises.announce(other, "change"))
                .withMessageContainingAll("announce", "WRONGTYPE", "prefix");
        assertThat(redis.command("GET", STREAM)).isEqualTo("foreign");
        redis.command("DEL", STREAM);
        heard.awaitCalls("connected");
    }
}
