package io.hexcache.domain.hotkey;

import io.hexcache.domain.time.Ticker;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts the reads of every key over a sliding window, in fixed memory: a count-min sketch (Cormode and Muthukrishnan,
 * "An improved data stream summary: the count-min sketch and its applications", 2005) of four rows.
 *
 * <p>
 * Never too low: a key with {@code threshold} reads within any time of one window's length has an estimate of at least
 * the threshold at the last of them, also with many threads. Too high by more than {@code e / columns} of the reads
 * that it holds with a probability of at most {@code e^-4}, 2 %. It holds the reads of one to one and a half windows,
 * and of a hot key not more than the threshold for each half window: its counters are then left alone, so that the
 * hottest keys neither spoil the estimates of others nor are written to by all processors at once.
 *
 * <p>
 * A cell packs four counters of 16 bits, one per half window: the current one, the two before it, and the next one,
 * which is empty. When half a window is over, one reader empties the oldest of them.
 */
final class ReadSketch {

    private static final int ROWS = 4;
    private static final int PANES = 4;
    private static final int PANE_BITS = 16;
    private static final long PANE_MASK = (1L << PANE_BITS) - 1;

    private final AtomicLongArray cells;
    private final int columns;
    private final int threshold;
    private final long paneNanos;
    private final long origin;
    private final AtomicLong pane = new AtomicLong();
    private final AtomicBoolean turning = new AtomicBoolean();

    ReadSketch(HotKeySettings settings, Ticker ticker) {
        this.columns = settings.columns();
        this.cells = new AtomicLongArray(ROWS * columns);
        this.threshold = settings.threshold();
        this.paneNanos = Math.ceilDiv(settings.window().toNanos(), 2);
        this.origin = ticker.read();
    }

    /** Counts so many reads; the estimate with them, at most the threshold. */
    int count(String identifier, long now, long reads) {
        long current = paneAt(now);
        long hash = Scramble.of(identifier.hashCode());
        int least = threshold;
        for (int row = 0; row < ROWS; row++) {
            int at = cell(row, hash);
            long cell = cells.get(at);
            if (field(cell, current) < threshold) {
                least = Math.min(least, recent(cells.addAndGet(at, reads << shift(current)), current));
            }
        }
        return least;
    }

    /** The estimate, without counting. */
    int estimate(String identifier, long now) {
        long current = paneAt(now);
        long hash = Scramble.of(identifier.hashCode());
        int least = Integer.MAX_VALUE;
        for (int row = 0; row < ROWS; row++) {
            least = Math.min(least, recent(cells.get(cell(row, hash)), current));
        }
        return least;
    }

    private int cell(int row, long hash) {
        return row * columns + (int) ((hash >>> (row * 16)) & (columns - 1));
    }

    private static int recent(long cell, long current) {
        int sum = 0;
        for (int past = 0; past < PANES - 1; past++) {
            sum += field(cell, current - past);
        }
        return sum;
    }

    private static int field(long cell, long pane) {
        return (int) (cell >>> shift(pane) & PANE_MASK);
    }

    private static int shift(long pane) {
        return (int) (pane & PANES - 1) * PANE_BITS;
    }

    private long paneAt(long now) {
        long current = pane.get();
        if (now - origin - current * paneNanos >= paneNanos && turning.compareAndSet(false, true)) {
            try {
                turnTo((now - origin) / paneNanos);
            } finally {
                turning.set(false);
            }
            return pane.get();
        }
        return current;
    }

    /** Step by step, since a pane may be counted in only after it was emptied; after four steps all of them were. */
    private void turnTo(long target) {
        long from = pane.get();
        for (long next = from + 1; next <= Math.min(target, from + PANES); next++) {
            pane.set(next);
            empty(next + 1);
        }
        if (target > from + PANES) {
            pane.set(target);
        }
    }

    private void empty(long emptied) {
        long mask = PANE_MASK << shift(emptied);
        for (int i = 0; i < cells.length(); i++) {
            if ((cells.get(i) & mask) != 0) {
                cells.accumulateAndGet(i, ~mask, (cell, kept) -> cell & kept);
            }
        }
    }
}
