package io.hexcache.domain.port;

/** A source of truth that takes writes too. Each write is atomic and durable when it returns. */
public interface WritableSource<V> extends SourceOfTruth<V> {

    /** Writes the value and returns what the source holds now, which may differ, in a version for instance. */
    V store(String identifier, V value);

    /**
     * Deletes what the source holds.
     *
     * @return whether there was something
     */
    boolean delete(String identifier);
}
