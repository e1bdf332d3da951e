package io.hexcache.simulation.world;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.TagMember;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which keys carry which tag. */
final class TagMembers {

    private record Place(long end, long mark) {}

    private final Map<Tag, Map<CacheKey, Place>> members = new LinkedHashMap<>();
    private long marks;

    TagMembers copy() {
        TagMembers copy = new TagMembers();
        members.forEach((tag, keys) -> copy.members.put(tag, new LinkedHashMap<>(keys)));
        copy.marks = marks;
        return copy;
    }

    void add(Set<Tag> tags, CacheKey key, Duration ttl, long now) {
        marks++;
        for (Tag tag : tags) {
            members.computeIfAbsent(tag, same -> new LinkedHashMap<>()).merge(key,
                    new Place(now + ttl.toNanos(), marks),
                    (old, added) -> new Place(Math.max(old.end(), added.end()), added.mark()));
        }
    }

    private Stream<Map.Entry<CacheKey, Place>> live(Tag tag, long now) {
        return members.getOrDefault(tag, Map.of()).entrySet().stream().filter(entry -> entry.getValue().end() > now);
    }

    List<TagMember> members(Tag tag, int limit, long now) {
        return live(tag, now).sorted(Comparator.comparingLong(entry -> entry.getValue().end())).limit(limit)
                .map(entry -> new TagMember(entry.getKey(), entry.getValue().mark())).toList();
    }

    void removeUnchanged(Tag tag, Collection<TagMember> read) {
        Map<CacheKey, Place> keys = members.getOrDefault(tag, new LinkedHashMap<>());
        read.forEach(member -> keys.computeIfPresent(member.key(),
                (key, place) -> place.mark() == member.mark() ? null : place));
    }

    long size(Tag tag, long now) {
        return live(tag, now).count();
    }
}
