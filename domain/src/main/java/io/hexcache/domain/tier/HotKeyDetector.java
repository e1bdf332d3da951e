package io.hexcache.domain.tier;

import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Finds the keys that are read often, in bounded memory: a count-min sketch (Cormode and Muthukrishnan, "An improved
 * data stream summary", 2005) of four rows, emptied at the end of each window. It may take a cold key for a hot one
 * when all four of its counters are shared, never the other way round.
 */
final class HotKeyDetector {

    private static final int ROWS = 4;
    private static final int COLUMNS = 1 << 12;
    private static final int THRESHOLD = 100;
    private static final long WINDOW_NANOS = Duration.ofSeconds(60).toNanos();

    private final AtomicIntegerArray counters = new AtomicIntegerArray(ROWS * COLUMNS);
    private final AtomicLong windowStart;
    private final Ticker ticker;

    HotKeyDetector(Ticker ticker) {
        this.ticker = ticker;
        this.windowStart = new AtomicLong(ticker.read());
    }

    /** Counts one read of the identifier; whether it has been read 100 times or more in this window of 60 s. */
    boolean countAndTest(String identifier) {
        startWindowIfOver();
        int least = Integer.MAX_VALUE;
        int hash = identifier.hashCode();
        for (int row = 0; row < ROWS; row++) {
            hash = (hash ^ hash >>> 15) * 0x2c1b3c6d + row;
            int column = (hash ^ hash >>> 12) & COLUMNS - 1;
            least = Math.min(least, counters.incrementAndGet(row * COLUMNS + column));
        }
        return least >= THRESHOLD;
    }

    private void startWindowIfOver() {
        long start = windowStart.get();
        long now = ticker.read();
        if (now - start >= WINDOW_NANOS && windowStart.compareAndSet(start, now)) {
            for (int i = 0; i < counters.length(); i++) {
                counters.set(i, 0);
            }
        }
    }
}
