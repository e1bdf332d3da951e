package io.hexcache.domain.policy;

/** When a write to a source of truth is acknowledged, and what a crash of this process may lose of it. */
public enum Durability {

    /** Once the source has it (write-through). Nothing is lost. */
    IMMEDIATE,

    /** Once it is on disk in the journal of this node, from where it is applied to the source. Nothing is lost. */
    DEFERRED,

    /**
     * At once. A crash loses what the source does not have yet: about an interval, or more while the source is away.
     */
    EVENTUAL
}
