package io.hexcache.domain.explain;

/** What a tier makes of what it holds under a key. */
public enum TierVerdict {

    /** It would serve it. */
    SERVED,

    /** Its ttl has passed, and it may be served as stale still. */
    EXPIRED,

    /** It holds nothing, or nothing that has not ended. */
    NOTHING,

    /** One of its tags or namespaces was invalidated since it was made. */
    STAMPED_OUT,

    /** Messages were missed since it was made, and it was dropped with everything else. L1 only. */
    OLD_EPOCH,

    /** Messages may be missed now, and it is too old to be used without trust. L1 only. */
    UNTRUSTED,

    /** A removal of it has still to be repeated, or the store has lost changes. L2 only. */
    OUTDATED,

    /** What stands there is not an entry of this key. L2 only. */
    UNREADABLE,

    /** The store does not answer. L2 only. */
    AWAY
}
