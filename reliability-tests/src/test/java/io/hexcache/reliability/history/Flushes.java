package io.hexcache.reliability.history;

import java.util.concurrent.ConcurrentSkipListMap;

/** When one service is known to have written everything that waited in it. */
public final class Flushes {

    /** From the begin of each flush to its end. */
    private final ConcurrentSkipListMap<Long, Long> ends = new ConcurrentSkipListMap<>();

    /** A flush has written all that had been acknowledged before it began. */
    public void done(long begin, long end) {
        ends.put(begin, end);
    }

    /** When a write that was acknowledged then had reached the source at the latest; never, if that is not known. */
    long reached(long acknowledged) {
        var flush = ends.ceilingEntry(acknowledged);
        return flush == null ? Long.MAX_VALUE : flush.getValue();
    }
}
