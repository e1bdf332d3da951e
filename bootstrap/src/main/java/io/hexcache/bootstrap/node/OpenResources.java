package io.hexcache.bootstrap.node;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a node has opened so far. Closing goes backwards, and goes on if one of them fails. */
final class OpenResources implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenResources.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /** Takes over what was just opened. */
    synchronized <T extends AutoCloseable> T add(T resource) {
        opened.push(resource);
        return resource;
    }

    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            AutoCloseable next = opened.pop();
            try {
                next.close();
            } catch (Exception failure) {
                // Not lost: it is logged, and the process ends anyway. What is below must still be closed.
                LOG.warn("{} could not be closed: {}", next.getClass().getSimpleName(), failure.toString());
            }
        }
    }
}
