package io.hexcache.simulation.port;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.port.TagMember;
import io.hexcache.simulation.port.Call.Operation;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A tag index behind a passage. */
public final class PassingTagIndex implements TagIndex {

    private final TagIndex index;
    private final Passage passage;

    /** This index, reached on this way. */
    public PassingTagIndex(TagIndex index, Passage passage) {
        this.index = index;
        this.passage = passage;
    }

    @Override
    public void add(Set<Tag> tags, CacheKey key, Duration ttl) {
        passage.run(new Call(Operation.INDEX, key), () -> index.add(tags, key, ttl));
    }

    @Override
    public List<TagMember> members(Tag tag, int limit) {
        return passage.pass(new Call(Operation.MEMBERS, tag), () -> index.members(tag, limit));
    }

    @Override
    public void removeUnchanged(Tag tag, Collection<TagMember> members) {
        passage.run(new Call(Operation.INDEX, tag), () -> index.removeUnchanged(tag, members));
    }

    @Override
    public long size(Tag tag) {
        return passage.pass(new Call(Operation.MEMBERS, tag), () -> index.size(tag));
    }
}
