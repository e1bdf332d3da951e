package io.hexcache.domain.warming;

/** What a run does with a key that is cached already. */
public enum WarmingMode {

    /** It is skipped, unless it is only there as stale. */
    ONLY_IF_MISSING,

    /** It is loaded anew. */
    FORCE
}
