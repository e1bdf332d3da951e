package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.port.TagMember;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The right index, of which a wrong one overrides what it does wrong. */
class DelegatingIndex implements TagIndex {

    final TagIndex right;

    DelegatingIndex(TagIndex right) {
        this.right = right;
    }

    @Override
    public void add(Set<Tag> tags, CacheKey key, Duration ttl) {
        right.add(tags, key, ttl);
    }

    @Override
    public List<TagMember> members(Tag tag, int limit) {
        return right.members(tag, limit);
    }

    @Override
    public void removeUnchanged(Tag tag, Collection<TagMember> members) {
        right.removeUnchanged(tag, members);
    }

    @Override
    public long size(Tag tag) {
        return right.size(tag);
    }
}
