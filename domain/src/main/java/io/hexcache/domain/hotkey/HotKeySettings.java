package io.hexcache.domain.hotkey;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;

/**
 * When a key is hot, and how much memory may be spent to know it.
 *
 * @param threshold reads within a window that make a key hot, 1 to 60,000 (100)
 * @param window 1 ms to 1 day (60 s)
 * @param columns width of the sketch, a power of two from 64 to 65,536 (8,192); it takes 32 bytes for each
 * @param listed the most keys that are listed by their number of reads, 1 to 10,000 (256)
 */
public record HotKeySettings(int threshold, Duration window, int columns, int listed) {

    /** 100 reads in 60 s, for a namespace of some 10,000 entries. */
    public static final HotKeySettings DEFAULT = new HotKeySettings(100, Duration.ofSeconds(60), 1 << 13, 256);

    /** Counters have 16 bits; what is left of them is for reads that arrive at one moment. */
    private static final int MAX_THRESHOLD = 60_000;
    private static final int MIN_COLUMNS = 1 << 6;
    private static final int MAX_COLUMNS = 1 << 16;
    private static final int MAX_LISTED = 10_000;

    /** Checks the bounds. */
    public HotKeySettings {
        if (threshold < 1 || threshold > MAX_THRESHOLD) {
            throw new CacheConfigurationException("hot-key threshold is %d; it must be 1 to %d".formatted(threshold,
                    MAX_THRESHOLD));
        }
        if (window.compareTo(Duration.ofMillis(1)) < 0 || window.compareTo(Duration.ofDays(1)) > 0) {
            throw new CacheConfigurationException("hot-key window is " + window + "; it must be 1 ms to 1 day");
        }
        if (columns < MIN_COLUMNS || columns > MAX_COLUMNS || Integer.bitCount(columns) != 1) {
            throw new CacheConfigurationException("hot-key columns are %d; they must be a power of two from %d to %d"
                    .formatted(columns, MIN_COLUMNS, MAX_COLUMNS));
        }
        if (listed < 1 || listed > MAX_LISTED) {
            throw new CacheConfigurationException("hot-key list has %d places; it must have 1 to %d".formatted(listed,
                    MAX_LISTED));
        }
    }

    /** The default, with a sketch that fits an L1 of so many entries. */
    public static HotKeySettings forEntries(long maxEntries) {
        long half = Math.clamp(maxEntries / 2, MIN_COLUMNS, MAX_COLUMNS);
        int columns = (int) Long.highestOneBit(half - 1) << 1;
        return new HotKeySettings(DEFAULT.threshold, DEFAULT.window, columns, DEFAULT.listed);
    }
}
