package io.hexcache.domain.invalidation;

/** How far a change has come when it is answered. */
public enum Completion {

    /** Source, L2, this node's L1 and the bus have confirmed it. */
    COMPLETE,

    /**
     * The source and this node have it, L2 or the bus does not yet: it is repeated until they do. Until then another
     * node may still answer with what was cached before, at most for its ttl.
     */
    DEFERRED;

    /** How far both have come. */
    public Completion and(Completion other) {
        return this == DEFERRED ? DEFERRED : other;
    }
}
