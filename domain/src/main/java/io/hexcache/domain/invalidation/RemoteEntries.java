package io.hexcache.domain.invalidation;

import io.hexcache.domain.error.CacheException;
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
    private static final int SPARE_PAGES = 10;

    private final CacheStore store;
    private final TagIndex tagIndex;

    /** Removes from this store; members of tags are found in this index. */
    public RemoteEntries(CacheStore store, TagIndex tagIndex) {
        this.store = store;
        this.tagIndex = tagIndex;
    }

    /** Removes the entries and voids the guards; how many live entries this call removed. */
    long remove(KeySelection selection) {
        return switch (selection) {
            case KeySelection.Keys(var keys) -> store.remove(keys);
            case KeySelection.ByName byName -> store.removeAll(byName);
            case KeySelection.Stamped stamped -> reclaim(stamped);
        };
    }

    /**
     * Removes the entries that can be found of what a stamp has made obsolete already: for the count and for the
     * space. If L2 fails, what is left takes up its space to the end of its life.
     */
    long reclaim(KeySelection.Stamped stamped) {
        return switch (stamped) {
            case KeySelection.Tagged(var tags) -> tags.stream().mapToLong(this::reclaimTagged).sum();
            case KeySelection.Cleared _, KeySelection.Everything _ -> 0;
        };
    }

    private long reclaimTagged(Tag tag) {
        try {
            return removeTagged(tag);
        } catch (CacheException notNeeded) {
            // Nobody is served what is left.
            return 0;
        }
    }

    /**
     * Entries go before their places in the index, so that a failure in between leaves too much in the index and
     * never too little. A page that is not full is the last one. Members that join meanwhile may make it go on, and where
     * they come faster than they go, it stops: those who joined late need not go.
     */
    private long removeTagged(Tag tag) {
        long removed = 0;
        long pages = 2 * (tagIndex.size(tag) / BATCH) + SPARE_PAGES;
        for (long page = 0; page < pages; page++) {
            List<TagMember> members = tagIndex.members(tag, BATCH);
            Set<CacheKey> keys = members.stream().map(TagMember::key).collect(Collectors.toSet());
            removed += store.remove(keys);
            tagIndex.removeUnchanged(tag, members);
            if (members.size() < BATCH) {
                return removed;
            }
        }
        return removed;
    }
}
