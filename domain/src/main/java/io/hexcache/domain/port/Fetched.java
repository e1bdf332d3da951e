package io.hexcache.domain.port;

import java.util.Optional;

/** What a fetch answers. */
public sealed interface Fetched {

    /** There is a live entry, and the lease was not asked for beside it. */
    record Found(StoredEntry entry) implements Fetched {}

    /** The caller holds the lease now; {@code beside} is the live entry beside which it asked for it. */
    record Leased(Optional<StoredEntry> beside) implements Fetched {}

    /**
     * Somebody else holds the guard: a value that the caller loads must not be stored.
     *
     * @param guard never {@link Guard#FREE}
     */
    record Held(Guard guard, Optional<StoredEntry> beside) implements Fetched {}
}
