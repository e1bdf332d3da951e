package io.hexcache.domain.hotkey;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which reads are counted, and for how many each stands. The first 65,536 of a window are all counted; each time that
 * their number doubles, one of twice as many is, down to one in 32: at such a rate a read must cost next to nothing,
 * and no key that matters is missed. A count of {@code n} reads then deviates by about the square root of {@code 32n}.
 *
 * <p>
 * The clock's reading is the die: it is at hand, and nothing that threads would have to share.
 */
final class Thinning {

    private static final int ALL_COUNTED_BITS = 16;
    private static final int MOST_SHIFT = 5;

    private final AtomicInteger shift = new AtomicInteger();
    private final AtomicLong counted = new AtomicLong();
    private final AtomicLong since;
    private final long windowNanos;

    Thinning(Duration window, long now) {
        this.windowNanos = window.toNanos();
        this.since = new AtomicLong(now);
    }

    /** For how many reads this one is to be counted; 0 for most of them where there are many. */
    int weight(long now) {
        int thinned = shift.getPlain();
        if ((Scramble.of(now) & (1L << thinned) - 1) != 0) {
            return 0;
        }
        note(now, 1L << thinned);
        return 1 << thinned;
    }

    private void note(long now, long weight) {
        long began = since.get();
        if (now - began >= windowNanos && since.compareAndSet(began, now)) {
            counted.set(0);
            shift.set(0);
        } else {
            int doublings = Long.SIZE - Long.numberOfLeadingZeros(counted.addAndGet(weight) >>> ALL_COUNTED_BITS);
            shift.setPlain(Math.min(MOST_SHIFT, doublings));
        }
    }
}
