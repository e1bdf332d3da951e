package io.hexcache.domain.tier;

/** Where a write leaves its value. */
public enum WriteTarget {

    /** In both tiers. */
    BOTH,

    /**
     * In the memory of this node alone, where nobody else sees it and anything may drop it. Where there is a source, L2
     * forgets the key; else it keeps what it has, which comes back once L1 has dropped the value.
     */
    L1_ONLY,

    /** In L2 alone: this node drops its copy, as the others do. */
    L2_ONLY
}
