package io.hexcache.benchmarks.hit;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.port.TagMember;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts its calls; one for many entries counts for each of them. */
record CountedTagIndex(TagIndex index, AtomicInteger calls) implements TagIndex {

    @Override
    public void add(Set<Tag> tags, CacheKey key, Duration ttl) {
        calls.incrementAndGet();
        index.add(tags, key, ttl);
    }

    @Override
    public List<TagMember> members(Tag tag, int limit) {
        calls.incrementAndGet();
        return index.members(tag, limit);
    }

    @Override
    public void removeUnchanged(Tag tag, Collection<TagMember> members) {
        calls.incrementAndGet();
        index.removeUnchanged(tag, members);
    }

    @Override
    public long size(Tag tag) {
        calls.incrementAndGet();
        return index.size(tag);
    }
}
