package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.port.InvalidationBus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** A node that was cut off the stream goes on where it was, and says nothing of it. */
@RealRedis
@Timeout(60)
class RedisStreamCutTest {

    private static final Pattern READERS = Pattern.compile("(?m)^id=(\\d+) .*cmd=xread ");

    private final Heard heard = new Heard();
    private RedisAdapters adapters;
    private RedisAdapters others;
    private InvalidationBus bus;
    private InvalidationBus other;

    @BeforeEach
    void connect(RedisProcess redis) {
        adapters = Redises.connect(redis);
        others = Redises.connect(redis);
        bus = adapters.streamBus(StreamSettings.defaults());
        other = others.streamBus(StreamSettings.defaults());
    }

    @AfterEach
    void close() {
        adapters.close();
        others.close();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(5));
    }

    /** The connection that waits for news on the stream. */
    static Optional<String> reader(RedisServer redis) {
        return READERS.matcher(redis.command("CLIENT", "LIST").toString()).results().map((MatchResult found) -> found
                .group(1)).findFirst();
    }

    /** Returns when the node reads again, on another connection. */
    private void cut(RedisProcess redis) {
        String connection = await().until(() -> reader(redis), Optional::isPresent).orElseThrow();
        redis.command("CLIENT", "KILL", "ID", connection);
        await().until(() -> reader(redis).filter(id -> !id.equals(connection)).isPresent());
    }

    @Test
    void cut_nothingHappensMeanwhile_saysNothing(RedisProcess redis) {
        bus.subscribe(heard);
        heard.awaitCalls("connected");
        cut(redis);

        Redises.announce(other, "after");
        heard.awaitCalls("connected", "after");
    }

    @Test
    void cutAgainAndAgainWhileOthersAnnounce_hearsAllOfIt_onceAndInOrder(RedisProcess redis) {
        bus.subscribe(heard);
        heard.awaitCalls("connected");
        Thread announcing = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 2_000; i++) {
                Redises.announce(other, "item-" + i);
            }
        });
        int cuts = 0;
        while (announcing.isAlive() || cuts < 3) {
            cut(redis);
            cuts++;
        }

        List<String> all = Stream.concat(Stream.of("connected"), IntStream.range(0, 2_000).mapToObj(i -> "item-" + i))
                .toList();
        await().until(() -> heard.calls().size() >= all.size());
        assertThat(heard.calls()).isEqualTo(all);
    }

    @Test
    void serverHangsUntilTheReaderGivesUp_isNoLoss(RedisProcess redis) {
        Logger logger = (Logger) LoggerFactory.getLogger(StreamSubscriber.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            bus.subscribe(heard);
            heard.awaitCalls("connected");
            String connection = await().until(() -> reader(redis), Optional::isPresent).orElseThrow();
            redis.pause();
            await().until(() -> log.list.stream().anyMatch(line -> line.getFormattedMessage().contains("is away")));
            redis.resume();
            await().until(() -> reader(redis).filter(id -> !id.equals(connection)).isPresent());
            Redises.announce(other, "after");

            heard.awaitCalls("connected", "after");
        } finally {
            logger.detachAppender(log);
        }
    }

    @Test
    void manyNodes_eachHearsAll_thoughOneIsCut(RedisProcess redis) {
        Heard own = new Heard();
        other.subscribe(own);
        own.awaitCalls("connected");
        bus.subscribe(heard);
        heard.awaitCalls("connected");

        Redises.announce(other, "one");
        Redises.announce(bus, "two");

        heard.awaitCalls("connected", "one", "two");
        own.awaitCalls("connected", "one", "two");
    }

    @Test
    void close_saysThatNothingMoreWillCome_andEndsPromptlyThoughTheServerHangs(RedisProcess redis) {
        bus.subscribe(heard);
        heard.awaitCalls("connected");
        RedisAdapters hanging = Redises.connect(RedisSettings.of(redis.uri()));
        Heard there = new Heard();
        hanging.streamBus(StreamSettings.defaults()).subscribe(there);
        there.awaitCalls("connected");
        redis.pause();

        long began = System.nanoTime();
        hanging.close();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(there.calls()).containsExactly("connected", "disconnected");
        redis.resume();
    }
}
