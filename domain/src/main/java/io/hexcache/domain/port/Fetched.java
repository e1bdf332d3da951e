package io.hexcache.domain.port;

/** What a fetch answers. */
public sealed interface Fetched {

    /** There is a live entry. */
    record Found(StoredEntry entry) implements Fetched {}

    /** There is none, and the caller holds the lease now. */
    record Leased() implements Fetched {}

    /** There is none, and somebody else holds the lease: a value that the caller loads must not be stored. */
    record Held() implements Fetched {}
}
