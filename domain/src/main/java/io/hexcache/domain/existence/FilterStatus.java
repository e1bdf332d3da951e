package io.hexcache.domain.existence;

import io.hexcache.domain.key.Namespace;
import java.util.Optional;

/**
 * How the filter of a namespace is.
 *
 * @param consulted whether it answers now; else it says "maybe"
 * @param listed keys that the source has listed in the build under way, or in the last one
 * @param falsePositiveRate which share of absent keys passes, estimated; 1 while there is no filter
 * @param hidden reads that it has answered with "does not exist"
 * @param passed reads that it was consulted for and has let pass
 * @param failure why the last build failed, if it did
 */
public record FilterStatus(Namespace namespace, Phase phase, boolean consulted, long listed, double falsePositiveRate,
        long hidden, long passed, Optional<String> failure) {

    /** What there is. */
    public enum Phase {

        /** No filter, and none is being built. */
        EMPTY,

        /** No filter yet; the first one is being built. */
        BUILDING,

        /** A filter. */
        COMPLETE,

        /** A filter, and one that will replace it is being built. */
        REBUILDING
    }
}
