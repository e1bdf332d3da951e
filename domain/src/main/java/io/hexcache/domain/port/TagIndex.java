package io.hexcache.domain.port;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which keys carry a tag. An entry is indexed before it is stored, so a tag may list keys that are not stored, but
 * never misses one that is. Members vanish by themselves when their entry's ttl has passed, so the index does not
 * leak.
 *
 * <p>
 * Each operation is atomic per tag. Failures are those of {@link CacheStore}.
 */
public interface TagIndex {

    /**
     * Lists the key under each of the tags. Where it is listed already, it lives at least for the longer of the two
     * times, and its mark changes.
     *
     * @param ttl how long the key stays listed; 1 ms or more
     */
    void add(Set<Tag> tags, CacheKey key, Duration ttl);

    /** As {@link #add}, for many keys in one round trip. */
    default void addAll(List<Listing> listings) {
        listings.forEach(listing -> add(listing.tags(), listing.key(), listing.ttl()));
    }

    /**
     * Some of the live members of the tag, those first that expire first; fewer than asked for only if there are no
     * more.
     *
     * @param limit at most so many; 1 or more
     */
    List<TagMember> members(Tag tag, int limit);

    /**
     * Takes these members off the tag. One that was added again since it was read, which its mark shows, stays: its
     * entry may just have been stored.
     */
    void removeUnchanged(Tag tag, Collection<TagMember> members);

    /** How many live members the tag has. */
    long size(Tag tag);
}
