package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.port.TagMember;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A tag index in the memory of this process. A tag is added to, and dropped when it is empty, within the map's compute
 * step, so that no member is added to a tag that has just been dropped. Tags that nobody touches are looked through
 * once a minute, by whoever adds something then.
 */
final class MemoryTagIndex implements TagIndex {

    private static final long SWEEP_NANOS = Duration.ofMinutes(1).toNanos();

    private final Ticker ticker;
    private final ConcurrentMap<Tag, TagMembers> tags = new ConcurrentHashMap<>();
    private final AtomicLong lastMark = new AtomicLong();
    private final AtomicLong lastSweep;

    MemoryTagIndex(Ticker ticker) {
        this.ticker = ticker;
        this.lastSweep = new AtomicLong(ticker.read());
    }

    @Override
    public void add(Set<Tag> added, CacheKey key, Duration ttl) {
        long now = ticker.read();
        sweepIfDue(now);
        for (Tag tag : added) {
            tags.compute(tag, (sameTag, listed) -> {
                TagMembers members = listed == null ? new TagMembers() : listed;
                members.add(key, lastMark.incrementAndGet(), now + ttl.toNanos());
                return members;
            });
        }
    }

    @Override
    public List<TagMember> members(Tag tag, int limit) {
        TagMembers members = tags.get(tag);
        return members == null ? List.of() : members.first(limit, ticker.read());
    }

    @Override
    public void removeUnchanged(Tag tag, Collection<TagMember> read) {
        TagMembers members = tags.get(tag);
        if (members != null) {
            members.removeUnchanged(read);
            dropIfEmpty(tag, ticker.read());
        }
    }

    @Override
    public long size(Tag tag) {
        TagMembers members = tags.get(tag);
        return members == null ? 0 : members.size(ticker.read());
    }

    private void sweepIfDue(long now) {
        long last = lastSweep.get();
        if (now - last >= SWEEP_NANOS && lastSweep.compareAndSet(last, now)) {
            tags.keySet().forEach(tag -> dropIfEmpty(tag, now));
        }
    }

    private void dropIfEmpty(Tag tag, long now) {
        tags.computeIfPresent(tag, (sameTag, members) -> members.size(now) == 0 ? null : members);
    }

    /** How many tags take up room, with or without live members. */
    int tagCount() {
        return tags.size();
    }
}
