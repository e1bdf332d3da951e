package io.hexcache.domain.strategy;

/** One of the writes of a batch. */
public record Put<V>(String identifier, V value, WriteOptions options) {

    /** A write as the namespace says. */
    public Put(String identifier, V value) {
        this(identifier, value, WriteOptions.NONE);
    }
}
