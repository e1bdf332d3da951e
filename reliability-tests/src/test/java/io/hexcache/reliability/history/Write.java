package io.hexcache.reliability.history;

/**
 * An acknowledged write.
 *
 * @param value larger than those of all earlier writes of the key
 * @param node the service that took it
 * @param begun when it was sent
 * @param acknowledged when its answer had arrived
 */
public record Write(long value, int node, long begun, long acknowledged, Way way) {

    /** What the answer said, or was known beforehand. */
    public enum Way {
        /** Source, store and bus have it. */
        COMPLETE,
        /** The source has it; store or bus do not yet. */
        DEFERRED,
        /** It is in the journal of its service. */
        BEHIND
    }
}
