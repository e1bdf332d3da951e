package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.policy.NamespacePolicy;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes entries of values as the namespace's policy and definition say. */
public final class EntryMaker<V> {

    private final NamespacePolicy policy;
    private final Function<V, Set<Tag>> tagger;
    private final InstantSource dates;

    /** Entries with the policy's times to live, the tagger's tags, and this clock's dates. */
    public EntryMaker(NamespacePolicy policy, Function<V, Set<Tag>> tagger, InstantSource dates) {
        this.policy = policy;
        this.tagger = tagger;
        this.dates = dates;
    }

    /** What a loader found, or that it found nothing. */
    CacheEntry<V> make(CacheKey key, Optional<V> loaded) {
        return CacheEntry.of(key, loaded, loaded.isPresent() ? policy.ttls().ttl() : policy.ttls().absentTtl(), loaded.map(tagger)
                .orElse(Set.of()), dates.instant());
    }

    /** What a caller writes. */
    CacheEntry<V> make(CacheKey key, V value, WriteOptions options) {
        Set<Tag> tags = new HashSet<>(tagger.apply(value));
        tags.addAll(options.tags());
        return CacheEntry.of(key, Optional.of(value), options.ttl().orElse(policy.ttls().ttl()), tags, dates.instant());
    }
}
