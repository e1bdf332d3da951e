package io.hexcache.benchmarks.peers.contest;

import io.hexcache.benchmarks.peers.measure.Figures;
import io.hexcache.benchmarks.peers.plan.Callers;
import io.hexcache.benchmarks.peers.plan.Contestant;
import io.hexcache.benchmarks.peers.plan.Intervals;
import io.hexcache.benchmarks.peers.process.Child;
import java.time.Duration;

/** A system in a process of its own. */
record JavaEntrant(Contestant contestant, Child child) implements Entrant {

    @Override
    public boolean takes(Callers callers) {
        return callers.kind() != Callers.Kind.CLIENTS;
    }

    @Override
    public void warmUp(Callers callers, Duration duration) {
        long half = duration.toMillis() / 2;
        ask(callers, Intervals.of(0, 1, half, half));
    }

    @Override
    public Figures measure(Callers callers, Intervals intervals) {
        return ask(callers, intervals);
    }

    private Figures ask(Callers callers, Intervals intervals) {
        return child.ask("%s %d %d %d".formatted(callers.label(), intervals.settle().toMillis(), intervals.throughput()
                .toMillis(), intervals.latency().toMillis()));
    }

    @Override
    public void close() {
        child.close();
    }
}
