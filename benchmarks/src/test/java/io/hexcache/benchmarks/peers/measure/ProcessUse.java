package io.hexcache.benchmarks.peers.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process has used since it started. The threads of a client's own count as well as its callers, and so do
 * those that carry virtual threads.
 */
record ProcessUse(long nanos, long cpuNanos, long bytes) {

    static ProcessUse now() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        return new ProcessUse(System.nanoTime(), system.getProcessCpuTime(), threads.getTotalThreadAllocatedBytes());
    }

    ProcessUse since(ProcessUse earlier) {
        return new ProcessUse(nanos - earlier.nanos, cpuNanos - earlier.cpuNanos, bytes - earlier.bytes);
    }
}
