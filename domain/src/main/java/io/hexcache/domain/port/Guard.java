package io.hexcache.domain.port;

/** What stands beside an entry in a {@link CacheStore}, and decides who may store. */
public enum Guard {

    /** Nobody loads or writes the key. */
    FREE,

    /** One reader holds the lease and loads: worth waiting for. */
    READING,

    /** One writer is between its begin and its put. */
    WRITING,

    /** Writers overlap, or one was overtaken by a removal: none of them may store. */
    CONTENDED
}
