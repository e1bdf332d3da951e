package io.hexcache.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.hexcache.domain.CacheNode;
import io.hexcache.domain.NodePorts;
import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.tier.RemotePorts;
import io.hexcache.domain.time.BlockingWaiter;
import io.hexcache.domain.time.NodeRuntime;
import io.hexcache.infrastructure.jackson.JacksonValueCodec;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import io.hexcache.infrastructure.memory.MemorySettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(30)
class DeferredRepeaterTest {

    /** Does with a message what the test wants. */
    private static final class TestBus implements InvalidationBus {

        private final AtomicInteger published = new AtomicInteger();
        private volatile Runnable taking = () -> {
            throw away();
        };

        static CacheConnectionException away() {
            return new CacheConnectionException("the bus is away");
        }

        @Override
        public long announce(Origin origin, long told, Change change) {
            published.incrementAndGet();
            taking.run();
            return told + 1;
        }

        @Override
        public Heads exchange(Origin origin, Beat own) {
            return new Heads(Map.of());
        }

        @Override
        public void subscribe(BusListener listener) {
            listener.connected();
        }

        @Override
        public void close() {}
    }

    private final TestBus bus = new TestBus();
    private final MemoryAdapters memory = new MemoryAdapters(() -> 0, InstantSource.system(), MemorySettings.DEFAULT);
    private final CacheNode node = new CacheNode(new NodePorts(memory.localCaches(), new RemotePorts(memory.store(),
            memory.tagIndex(), new JacksonValueCodec()), memory.stampRegister(), bus), new NodeRuntime(() -> 0,
                    InstantSource.system(), new BlockingWaiter(), new SplittableRandom(1), Runnable::run),
            new Origin(
                    "test", 1),
            namespace -> NamespacePolicy.DEFAULT);
    private final DeferredRepeater repeater = new DeferredRepeater(node);
    private final Logger logger = (Logger) LoggerFactory.getLogger(DeferredRepeater.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void deferOneChange() {
        logger.setAdditive(false);
        logger.addAppender(log);
        log.start();
        node.invalidation().invalidate(KeySelection.Keys.of(CacheKey.parse("a:b:v0")));
        assertThat(node.deferredChanges()).isEqualTo(1);
    }

    @AfterEach
    void stop() {
        bus.taking = () -> {};
        repeater.close();
        logger.detachAppender(log);
        logger.setAdditive(true);
    }

    @Test
    void repeat_throwsAnError_saysSoOnceAndIsRepeatedAllTheSame() {
        bus.taking = () -> {
            throw new AssertionError("a mistake");
        };
        int before = bus.published.get();
        repeater.start();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> bus.published.get() >= before + 3);
        bus.taking = () -> {};

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> node.deferredChanges() == 0);
        assertThat(log.list).filteredOn(event -> event.getLevel() == Level.ERROR).hasSize(1);
    }

    @Test
    void close_busIsBack_repeatsOnceMore() {
        bus.taking = () -> {};

        repeater.close();

        assertThat(node.deferredChanges()).isZero();
    }

    @Test
    void close_again_isHarmless() {
        repeater.close();
        repeater.close();

        assertThat(node.deferredChanges()).isEqualTo(1);
    }

    @Test
    void close_busHangs_givesUpAndSaysWhatIsLost() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        bus.taking = () -> {
            try {
                never.await();
            } catch (InterruptedException givenUp) {
                interrupted.countDown();
                Thread.currentThread().interrupt();
                throw TestBus.away();
            }
        };

        long began = System.nanoTime();
        repeater.close();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> interrupted.getCount() == 0);
        assertThat(log.list).anyMatch(event -> event.getFormattedMessage().startsWith("1 deferred changes end"));
    }
}
