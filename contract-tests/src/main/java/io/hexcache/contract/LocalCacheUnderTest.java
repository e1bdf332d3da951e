package io.hexcache.contract;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.port.LocalCache;
import io.hexcache.domain.port.LocalCacheFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the tests of an L1 need from the adapter's side: the factory. */
interface LocalCacheUnderTest {

    /** Makes the caches of the tests. */
    LocalCacheFactory factory();

    /** How long the tests wait for what they expect before they give up. */
    default Duration patience() {
        return Duration.ofSeconds(10);
    }

    /** A new cache of 10 entries and 1,000 bytes. */
    default LocalCache<String> small() {
        return factory().create(limits(10, 1_000));
    }

    /** A new cache that has room for whatever a test stores. */
    default LocalCache<String> roomy() {
        return factory().create(LocalLimits.DEFAULT);
    }

    /** Limits on what is kept, with items as large as the bound. */
    static LocalLimits limits(long entries, int bytes) {
        return new LocalLimits(entries, bytes, bytes, Duration.ofMinutes(5));
    }

    /** A copy of so many bytes. */
    static LocalEntry<String> copy(String identifier, String value, int bytes) {
        CacheEntry<String> entry = CacheEntry.of(Samples.key(identifier), Optional.of(value), Samples.LONG, Set.of(),
                Instant.EPOCH).withSize(bytes);
        return new LocalEntry<>(entry, entry.asFoundIn(Tier.L1), new LocalEntry.Times(0, 0, 0, 0, 0), 0);
    }

    /** The value that a hit answers. */
    static Optional<String> valueIn(LocalCache<String> cache, String identifier) {
        return cache.get(identifier).flatMap(copy -> copy.lookup().value());
    }
}
