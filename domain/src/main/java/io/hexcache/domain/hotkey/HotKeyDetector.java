package io.hexcache.domain.hotkey;

import io.hexcache.domain.time.Ticker;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Finds the keys of one namespace that are read often, in memory that does not grow with the number of keys.
 *
 * <p>
 * No hot key is missed: who counts the read that is the threshold's within any time of one window's length, or a later
 * one within that time, is told that the key is hot. A colder key may be taken for hot: one that reached the threshold
 * within one and a half windows; one whose {@code hashCode} a hot one shares; and, when the reads of cold keys become
 * many for the width of the sketch, others by chance (see {@link HotKeySettings#columns}).
 *
 * <p>
 * Counting never waits for a lock, and for a cold key allocates nothing. Once there are many reads of hot keys, one of
 * them costs less than a read of a cold key: its counters are only read, and the list of the hottest takes a sample.
 */
public final class HotKeyDetector {

    /** The window that runs, and the last one that is over; the same one while there is none before it. */
    private record Windows(ReadWindow running, ReadWindow complete) {}

    private final HotKeySettings settings;
    private final Ticker ticker;
    private final long windowNanos;
    private final ReadSketch sketch;
    private final Sampler sampler = new Sampler();
    private final Thinning thinning;
    private final AtomicReference<Windows> windows;

    /** A detector that has seen nothing yet. */
    public HotKeyDetector(HotKeySettings settings, Ticker ticker) {
        this.settings = settings;
        this.ticker = ticker;
        this.windowNanos = settings.window().toNanos();
        this.sketch = new ReadSketch(settings, ticker);
        this.thinning = new Thinning(settings.window(), ticker.read());
        ReadWindow first = new ReadWindow(ticker.read(), settings.listed());
        this.windows = new AtomicReference<>(new Windows(first, first));
    }

    /** Counts one read of the identifier now; whether the key is hot. */
    public boolean countAndTest(String identifier) {
        return countAndTest(identifier, ticker.read());
    }

    /**
     * As {@link #countAndTest(String)}, for a caller who has read the clock already.
     *
     * @param now a reading of the detector's ticker
     */
    public boolean countAndTest(String identifier, long now) {
        return count(identifier, now, 1);
    }

    private boolean count(String identifier, long now, int reads) {
        if (sketch.count(identifier, now, reads) < settings.threshold()) {
            return false;
        }
        windowsAt(now).running().count(identifier, reads, sampler);
        return true;
    }

    /**
     * Counts a read of which there may be millions a second: beyond 65,536 in a window, a sample stands for all.
     *
     * @param now a reading of the detector's ticker
     */
    public void sample(String identifier, long now) {
        int reads = thinning.weight(now);
        if (reads > 0) {
            count(identifier, now, reads);
        }
    }

    /** Whether the key is hot now, as {@link #countAndTest} would say; counts nothing. */
    public boolean isHot(String identifier) {
        return sketch.estimate(identifier, ticker.read()) >= settings.threshold();
    }

    /**
     * How often the key was read in about one window, rather too high than too low: of a hot key in the last complete
     * window or the running one, whichever has more. Takes a lock for a moment; not for the path of every read.
     */
    public long reads(String identifier) {
        long now = ticker.read();
        int estimate = sketch.estimate(identifier, now);
        if (estimate < settings.threshold()) {
            return estimate;
        }
        Windows seen = windowsAt(now);
        long whileHot = Math.max(seen.running().reads(identifier), seen.complete().reads(identifier));
        return Math.max(estimate, whileHot + settings.threshold() - 1);
    }

    /**
     * The keys with the most reads in the last complete window, or in the running one while there is none before it.
     *
     * <p>
     * Let {@code h} be the number of reads of a key while it was hot, {@code H} their sum over all keys, and
     * {@code m} the number of places. While every read is counted and none is missed, every key with
     * {@code h > H / m} is listed, and {@code h <= reads - (threshold - 1) <= h + H / m} for each listed one. The
     * {@code threshold - 1} are the reads that made it hot; some of them may lie before the window, so {@code error}
     * holds them too. Beyond 65,536 reads of hot keys in a window a sample stands for all; the numbers are then right
     * on average, with a deviation of about the square root of {@code sampling * h}.
     *
     * @param most how many, 0 or more; there are never more than {@link HotKeySettings#listed}
     */
    public HotKeys top(int most) {
        return windowsAt(ticker.read()).complete().top(most, settings.threshold() - 1);
    }

    private Windows windowsAt(long now) {
        Windows seen = current();
        long passed = now - seen.running().start();
        if (passed < windowNanos) {
            return seen;
        }
        long whole = passed / windowNanos;
        ReadWindow next = new ReadWindow(seen.running().start() + whole * windowNanos, settings.listed());
        // After a window in which nothing was read, the one before it says nothing about now.
        windows.compareAndSet(seen, new Windows(next, whole == 1 ? seen.running() : next));
        return current();
    }

    private Windows current() {
        return Objects.requireNonNull(windows.get(), "set by the constructor");
    }
}
