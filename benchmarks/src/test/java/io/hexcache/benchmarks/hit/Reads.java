package io.hexcache.benchmarks.hit;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The reads of one thread; each begins at another place of the same sequence. */
@State(Scope.Thread)
public class Reads {

    private static final AtomicInteger THREADS = new AtomicInteger();

    private final String[] reads = new Workload().reads();
    private int next = THREADS.getAndIncrement() * 7_919;

    String next() {
        return reads[next++ & Workload.READS - 1];
    }
}
