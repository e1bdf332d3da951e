package io.hexcache.domain.port;

import java.util.Optional;

/** What a store holds under a key, with its guard. */
public record Inspection(Optional<StoredEntry> entry, Guard guard) {}
