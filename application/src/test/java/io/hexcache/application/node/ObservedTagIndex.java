package io.hexcache.application.node;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.port.TagMember;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** A tag index that lets a test act between the size that it answers and what is done about it. */
final class ObservedTagIndex implements TagIndex {

    private final TagIndex index;
    private final AtomicReference<Runnable> afterNextSize = new AtomicReference<>(() -> {});

    ObservedTagIndex(TagIndex index) {
        this.index = index;
    }

    void afterNextSize(Runnable action) {
        afterNextSize.set(action);
    }

    @Override
    public void add(Set<Tag> tags, CacheKey key, Duration ttl) {
        index.add(tags, key, ttl);
    }

    @Override
    public List<TagMember> members(Tag tag, int limit) {
        return index.members(tag, limit);
    }

    @Override
    public void removeUnchanged(Tag tag, Collection<TagMember> members) {
        index.removeUnchanged(tag, members);
    }

    @Override
    public long size(Tag tag) {
        long size = index.size(tag);
        afterNextSize.getAndSet(() -> {}).run();
        return size;
    }
}
