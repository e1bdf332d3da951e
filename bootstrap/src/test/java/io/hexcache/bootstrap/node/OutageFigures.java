package io.hexcache.bootstrap.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Times that were measured, by rank. */
final class OutageFigures {

    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(long time) {
        nanos.add(time);
    }

    int size() {
        return nanos.size();
    }

    Duration median() {
        return share(0.5);
    }

    @Override
    public String toString() {
        return "%d ms, %d ms".formatted(median().toMillis(), share(1).toMillis());
    }

    /** The time that this share of all is not above. */
    Duration share(double share) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return Duration
                .ofNanos(sorted.get((int) Math.min(sorted.size() - 1L, (long) Math.floor(share * sorted.size()))));
    }
}
