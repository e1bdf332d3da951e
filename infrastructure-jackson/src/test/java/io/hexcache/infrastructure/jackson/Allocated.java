package io.hexcache.infrastructure.jackson;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much memory something takes, counted by the JVM for this thread. */
final class Allocated {

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    long by(Runnable action) {
        long before = threads.getCurrentThreadAllocatedBytes();
        action.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
