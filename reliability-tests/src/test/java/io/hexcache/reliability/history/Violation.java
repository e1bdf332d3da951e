package io.hexcache.reliability.history;

/**
 * A promise that was not kept.
 *
 * @param from since when it matters
 * @param to until when
 */
public record Violation(Kind kind, long from, long to, String what) {

    /** Which promise. */
    public enum Kind {
        /** A read has answered what an older write had left. */
        STALE,
        /** A read has answered what nobody wrote. */
        INVENTED,
        /** A read has failed though no service that it needs was down. */
        FAILED,
        /** An acknowledged write is not at the source, or an older one took its place. */
        LOST
    }
}
