package io.hexcache.domain.port;

/** A source of truth that takes writes too. Each write is atomic and durable when it returns. */
public interface WritableSource<V> extends SourceOfTruth<V> {

    /**
     * Whether this failure of {@link #store} says that the source cannot be reached, or takes nothing at all just now,
     * rather than that it refuses this value. A write that waits is tried without end while it is away, and set aside
     * after some attempts that were refused.
     */
    default boolean isAway(RuntimeException failure) {
        return false;
    }

    /** Writes the value and returns what the source holds now, which may differ, in a version for instance. */
    V store(String identifier, V value);

    /**
     * Deletes what the source holds.
     *
     * @return whether there was something
     */
    boolean delete(String identifier);
}
