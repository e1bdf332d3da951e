package io.hexcache.domain.strategy;

/** What became of one of the writes of a batch. */
public sealed interface WriteOutcome<V> {

    /** It was written. */
    record Written<V>(WriteResult<V> result) implements WriteOutcome<V> {}

    /**
     * It failed, and nothing older than it is served afterwards, as where it had been written alone.
     *
     * @param failure what would have been thrown then
     */
    record Failed<V>(Throwable failure) implements WriteOutcome<V> {}
}
