package io.hexcache.infrastructure.resilience4j;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.Listing;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.port.TagMember;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A tag index behind breakers. */
record BreakingTagIndex(TagIndex index, Breaker reads, Breaker writes) implements TagIndex {

    @Override
    public void add(Set<Tag> tags, CacheKey key, Duration ttl) {
        writes.run(() -> index.add(tags, key, ttl));
    }

    @Override
    public void addAll(List<Listing> listings) {
        writes.runAtLength(() -> index.addAll(listings));
    }

    @Override
    public List<TagMember> members(Tag tag, int limit) {
        return reads.callAtLength(() -> index.members(tag, limit));
    }

    @Override
    public void removeUnchanged(Tag tag, Collection<TagMember> members) {
        writes.runAtLength(() -> index.removeUnchanged(tag, members));
    }

    @Override
    public long size(Tag tag) {
        return reads.call(() -> index.size(tag));
    }
}
