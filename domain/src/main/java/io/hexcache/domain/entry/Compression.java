package io.hexcache.domain.entry;

/** How a written value is made smaller. */
public enum Compression {

    /** Not at all. */
    NONE,

    /** Quickly. */
    LZ4,

    /** Slowly, and smaller. */
    GZIP
}
