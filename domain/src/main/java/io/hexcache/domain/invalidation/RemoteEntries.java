package io.hexcache.domain.invalidation;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.port.TagMember;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Removes a selection from L2, each kind in its own way. */
public final class RemoteEntries {

    private static final int BATCH = 500;

    private final CacheStore store;
    private final TagIndex tagIndex;

    /** Removes from this store; members of tags are found in this index. */
    public RemoteEntries(CacheStore store, TagIndex tagIndex) {
        this.store = store;
        this.tagIndex = tagIndex;
    }

    /** Removes the entries and voids the leases; how many live entries this call removed. */
    long remove(KeySelection selection) {
        return switch (selection) {
            case KeySelection.Keys(var keys) -> store.remove(keys);
            case KeySelection.ByName byName -> store.removeAll(byName);
            case KeySelection.Tagged(var tags) -> tags.stream().mapToLong(this::removeTagged).sum();
        };
    }

    /**
     * Entries go before their places in the index, so that a failure in between leaves too much in the index and
     * never too little. Members that join meanwhile are newer than this call; stopping at the size that the tag had
     * keeps it finite.
     */
    private long removeTagged(Tag tag) {
        long removed = 0;
        long left = tagIndex.size(tag);
        while (left > 0) {
            List<TagMember> members = tagIndex.members(tag, BATCH);
            if (members.isEmpty()) {
                return removed;
            }
            Set<CacheKey> keys = members.stream().map(TagMember::key).collect(Collectors.toSet());
            removed += store.remove(keys);
            tagIndex.removeUnchanged(tag, members);
            left -= members.size();
        }
        return removed;
    }
}
