package io.hexcache.reliability.load;

import io.hexcache.reliability.history.Judge;
import io.hexcache.reliability.history.Surroundings;
import io.hexcache.reliability.history.Write;
import io.hexcache.reliability.process.Catalogue;
import io.hexcache.reliability.process.ServiceNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * All that takes part in a run.
 *
 * @param gates for each service a lock that its writers share, and that an audit takes alone
 * @param over set when the load is to end
 */
public record Scene(List<ServiceNode> nodes, List<ReentrantReadWriteLock> gates, Keys keys, Catalogue catalogue,
        Surroundings surroundings, Judge judge, Tally tally, AtomicBoolean over) {

    /** The time, in nanoseconds from some moment on. */
    public long now() {
        return System.nanoTime();
    }

    List<Line> lines() {
        return nodes.stream().map(Line::new).toList();
    }

    void acknowledged(Key key, long value, Line line, long begun, Write.Way way) {
        key.history().acknowledge(new Write(value, line.node().index(), begun, now(), way));
        tally.writes().increment();
    }
}
