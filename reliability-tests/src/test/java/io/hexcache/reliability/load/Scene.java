package io.hexcache.reliability.load;

import io.hexcache.reliability.history.Judge;
import io.hexcache.reliability.history.Surroundings;
import io.hexcache.reliability.history.Write;
import io.hexcache.reliability.process.Catalogue;
import io.hexcache.reliability.process.ServiceNode;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * All that takes part in a run.
 *
 * @param gates for each service a lock that its writers share, and that an audit takes alone
 * @param over reaches zero when the load is to end
 */
public record Scene(List<ServiceNode> nodes, List<ReentrantReadWriteLock> gates, Keys keys, Catalogue catalogue,
        Surroundings surroundings, Judge judge, Tally tally, CountDownLatch over) {

    /** The time, in nanoseconds from some moment on. */
    public long now() {
        return System.nanoTime();
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Lets a client be idle so long; answers whether it is to go on. */
    boolean goesOnAfter(int millis) {
        try {
            return !over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    List<Line> lines() {
        return nodes.stream().map(Line::new).toList();
    }

    void acknowledged(Key key, long value, Line line, long begun, Write.Way way) {
        key.history().acknowledge(new Write(value, line.node().index(), begun, now(), way));
        tally.writes().increment();
    }
}
