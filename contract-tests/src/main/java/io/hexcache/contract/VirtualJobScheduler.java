package io.hexcache.contract;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.port.JobScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler whose time passes when a test says so: {@link #advance} runs what becomes due meanwhile, in the order of
 * time and then of asking, in the thread of the test. It is the clock of dates too.
 */
public final class VirtualJobScheduler implements JobScheduler, InstantSource {

    private record Due(Instant at, long number, Runnable run) {}

    private final Queue<Due> waiting = new PriorityQueue<>(
            Comparator.comparing(Due::at).thenComparingLong(Due::number));
    private Instant now;
    private long asked;
    private boolean closed;

    /** A scheduler without jobs, at this instant. */
    public VirtualJobScheduler(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized Job runAfter(Duration delay, Runnable job) {
        Duration possible = Duration.between(now, Instant.MAX);
        return runAt(delay.isNegative() ? now : now.plus(delay.compareTo(possible) < 0 ? delay : possible), job);
    }

    @Override
    public synchronized Job runAt(Instant due, Runnable job) {
        if (closed) {
            throw new CacheConnectionException("cannot schedule a job: the virtual scheduler is closed");
        }
        Due listed = new Due(due, asked++, job);
        waiting.add(listed);
        return () -> take(listed);
    }

    private synchronized boolean take(Due listed) {
        return waiting.remove(listed);
    }

    /** Lets this much time pass. A job that throws harms no other, and its exception is dropped, as the port says. */
    public void advance(Duration time) {
        Instant end = instant().plus(time);
        for (Due next = nextUntil(end); next != null; next = nextUntil(end)) {
            try {
                next.run().run();
            } catch (RuntimeException dropped) {
                // Nobody hears of it, with a real scheduler either.
            }
        }
    }

    private synchronized @Nullable Due nextUntil(Instant end) {
        Due next = waiting.peek();
        if (next == null || next.at().isAfter(end)) {
            now = end;
            return null;
        }
        waiting.remove();
        now = next.at().isAfter(now) ? next.at() : now;
        return next;
    }

    /** How many jobs wait. */
    public synchronized int waiting() {
        return waiting.size();
    }

    @Override
    public synchronized void close() {
        closed = true;
        waiting.clear();
    }
}
