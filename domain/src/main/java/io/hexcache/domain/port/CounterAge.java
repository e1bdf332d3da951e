package io.hexcache.domain.port;

/**
 * What a counter is worth to the caller: a counter that was cleared is as if it were not there, though its store still
 * holds it.
 *
 * @param oldest the stamp of the last clear that the caller knows of, 0 if there was none; a counter with a smaller
 *            stamp does not exist
 * @param newest the largest stamp that the caller knows; a new counter carries it. Not below {@code oldest}
 */
public record CounterAge(long oldest, long newest) {

    /** Where nothing was ever cleared. */
    public static final CounterAge ANY = new CounterAge(0, 0);

    /** Checks the order of the two, without which a new counter would be born cleared. */
    public CounterAge {
        if (oldest < 0 || newest < oldest) {
            throw new IllegalArgumentException("stamps of counters from " + oldest + " to " + newest
                    + "; they must be 0 or more, and in this order");
        }
    }
}
