package io.hexcache.bootstrap.node;

import io.hexcache.bootstrap.configuration.Settings;
import io.hexcache.bootstrap.configuration.WriteBehindKeys;
import io.hexcache.domain.CacheNode;
import io.hexcache.domain.writebehind.WriteBehindService;
import io.hexcache.domain.writebehind.WriteBehindStatus;
import java.time.Duration;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drains what waits before the sources are closed, within a bound, and says what is left. */
final class WriteBehindEnd implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriteBehindEnd.class);

    private final CacheNode node;
    private final Duration patience;

    @Inject
    WriteBehindEnd(CacheNode node, Settings settings) {
        this.node = node;
        this.patience = settings.get(WriteBehindKeys.DRAIN_AT_STOP);
    }

    @Override
    public void close() {
        node.writeBehind().ifPresent(this::stop);
    }

    private void stop(WriteBehindService writes) {
        WriteBehindStatus left = writes.stop(patience);
        if (left.journaled() > 0) {
            LOG.info("{} writes wait in the journal for the next start", left.journaled());
        }
        if (left.onlyInMemory() > 0) {
            LOG.warn("{} writes that were acknowledged as eventual are lost: their sources did not take them in time",
                    left.onlyInMemory());
        }
    }
}
