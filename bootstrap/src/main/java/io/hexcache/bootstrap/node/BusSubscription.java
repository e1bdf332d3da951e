package io.hexcache.bootstrap.node;

import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.invalidation.CacheInvalidationService;
import io.hexcache.domain.invalidation.LocalTrust;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.BusListener;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The node's ear on the bus. */
final class BusSubscription {

    private static final Logger LOG = LoggerFactory.getLogger(BusSubscription.class);

    /** Without the bus the node works too, only slower: it waits for it, but not for long. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A key that no namespace of anybody has. */
    private static final KeySelection NOTHING = KeySelection.Keys.of(new CacheKey(new Namespace("hexcache.rehearsal"),
            "start", 0));

    private final SecondTier second;
    private final OpenResources resources;
    private final BusListener node;

    @Inject
    BusSubscription(SecondTier second, OpenResources resources, CacheInvalidationService invalidation,
            LocalTrust trust) {
        this.second = second;
        this.resources = resources;
        this.node = invalidation.listener(trust);
    }

    /** Subscribes, and waits a moment for the connection. */
    void open() {
        CountDownLatch connected = new CountDownLatch(1);
        resources.add(second.bus()).subscribe(new Announcing(node, connected));
        try {
            if (connected.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                rehearse();
            } else {
                LOG.warn("the bus ({}) is not connected after {} ms; L1 is bypassed until it is", second.busName(),
                        PATIENCE.toMillis());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the bus", interrupted);
        }
    }

    /**
     * Sends, receives and obeys one message that means nothing. The first one of a process takes some 40 ms, since its
     * classes have to be loaded; let that not be a change that somebody waits for.
     */
    private void rehearse() {
        try {
            second.bus().publish(NOTHING);
        } catch (CacheException notTaken) {
            // Nothing is lost: the message means nothing, and the bus says by itself when it is away.
        }
        node.changed(NOTHING);
    }

    /** The node's listener, which also says when it is connected for the first time. The bus itself logs its losses. */
    private record Announcing(BusListener node, CountDownLatch connection) implements BusListener {

        @Override
        public void connected() {
            node.connected();
            connection.countDown();
        }

        @Override
        public void disconnected() {
            node.disconnected();
        }

        @Override
        public void changed(KeySelection change) {
            node.changed(change);
        }
    }
}
