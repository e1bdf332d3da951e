package io.hexcache.domain.tier;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.port.Token;
import java.time.Duration;
import java.util.Optional;

/**
 * What stood in L2 under a key at one moment, for a change that depends on it.
 *
 * @param ticket taken before L2 was asked
 * @param stamp the largest that there was before L2 was asked
 * @param name of what stands there, be it worth something or not
 * @param entry what stands there, if it is valid and within its ttl
 * @param ttl what was left of the entry's ttl; zero where there is none
 */
public record Standing<V>(Ticket ticket, long stamp, Optional<Token> name, Optional<CacheEntry<V>> entry,
        Duration ttl) {

    /** The value that stands there. */
    public Optional<V> value() {
        return entry.flatMap(CacheEntry::value);
    }
}
