package io.hexcache.domain.warming;

import io.hexcache.domain.error.CacheConfigurationException;

/**
 * How a plan runs.
 *
 * @param batchSize keys that are taken from the key source at a time, 1 to 10,000 (50)
 * @param concurrency keys that are warmed at the same time, 1 to 100 (4)
 * @param priority which of the runs that wait begins first (normal)
 * @param mode what happens to keys that are cached (they are skipped)
 * @param background whether who starts a run gets it back at once (yes); else it waits for its end
 */
public record WarmingOptions(int batchSize, int concurrency, WarmingPriority priority, WarmingMode mode,
        boolean background) {

    /** What holds if nothing was said. */
    public static final WarmingOptions DEFAULT = new WarmingOptions(50, 4, WarmingPriority.NORMAL,
            WarmingMode.ONLY_IF_MISSING, true);

    private static final int MAX_BATCH = 10_000;
    private static final int MAX_CONCURRENCY = 100;

    /** Checks the bounds. */
    public WarmingOptions {
        check("batch size", batchSize, MAX_BATCH);
        check("concurrency", concurrency, MAX_CONCURRENCY);
    }

    private static void check(String what, int value, int max) {
        if (value < 1 || value > max) {
            throw new CacheConfigurationException("%s of a warming is %d; it must be 1 to %d".formatted(what, value,
                    max));
        }
    }

    /** The same with this size of batches and this concurrency. */
    public WarmingOptions inBatches(int newBatchSize, int newConcurrency) {
        return new WarmingOptions(newBatchSize, newConcurrency, priority, mode, background);
    }

    /** The same with this priority. */
    public WarmingOptions with(WarmingPriority newPriority) {
        return new WarmingOptions(batchSize, concurrency, newPriority, mode, background);
    }

    /** The same with this mode. */
    public WarmingOptions with(WarmingMode newMode) {
        return new WarmingOptions(batchSize, concurrency, priority, newMode, background);
    }

    /** The same, run while who starts it waits. */
    public WarmingOptions inForeground() {
        return new WarmingOptions(batchSize, concurrency, priority, mode, false);
    }
}
