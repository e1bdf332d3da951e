package io.hexcache.benchmarks.peers.contest;

import io.hexcache.benchmarks.peers.measure.Figures;
import io.hexcache.benchmarks.peers.plan.Callers;
import io.hexcache.benchmarks.peers.plan.Contestant;
import io.hexcache.benchmarks.peers.plan.Intervals;
import java.time.Duration;

/** A contestant that has come, and is prepared. */
interface Entrant extends AutoCloseable {

    Contestant contestant();

    /** Whether it can have such callers. */
    boolean takes(Callers callers);

    /** Gets its code compiled. */
    void warmUp(Callers callers, Duration duration);

    /** Measures it. */
    Figures measure(Callers callers, Intervals intervals);

    @Override
    void close();
}
