package io.hexcache.domain.invalidation;

import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.ReservedTags;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.port.TagMember;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Removes a selection from L2, each kind in its own way. */
public final class RemoteEntries {

    private static final int BATCH = 500;
    private static final int SPARE_PAGES = 10;

    /** How many members of a tag a preview looks up one by one. */
    private static final int MAX_LOOKED_UP = 10_000;

    private static final KeySelection.ByName ALL = new KeySelection.Matching(KeyPattern.of("*"));

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
            case KeySelection.Tagged(var tags) ->
                    tags.stream().filter(ReservedTags::isListed).mapToLong(this::reclaimTagged).sum();
            case KeySelection.Cleared _, KeySelection.Everything _ -> 0;
        };
    }

    /** Some of those who carry the tag. */
    List<CacheKey> members(Tag tag, int limit) {
        return ReservedTags.isListed(tag)
                ? tagIndex.members(tag, limit).stream().map(TagMember::key).toList()
                : List.of();
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
     * never too little. A page that is not full is the last one. Members that join meanwhile may make it go on, and
     * where they come faster than they go, it stops: those who joined late need not go.
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

    /** What an invalidation would remove from L2 now; removes nothing. */
    Preview preview(KeySelection selection, int samples) {
        return switch (selection) {
            case KeySelection.Keys(var keys) -> Preview.exact(live(keys), samples);
            case KeySelection.ByName byName -> Preview.exact(store.survey(byName, samples));
            case KeySelection.Tagged(var tags) -> previewTagged(tags, samples);
            case KeySelection.Cleared(var namespace) ->
                    Preview.exact(store.survey(new KeySelection.Within(namespace), samples));
            case KeySelection.Everything _ -> Preview.exact(store.survey(ALL, samples));
        };
    }

    private Preview previewTagged(Set<Tag> tags, int samples) {
        Set<CacheKey> members = new HashSet<>();
        long listed = 0;
        for (Tag tag : tags) {
            listed += tagIndex.size(tag);
            tagIndex.members(tag, MAX_LOOKED_UP).forEach(member -> members.add(member.key()));
        }
        Preview found = Preview.exact(live(members), samples);
        return members.size() < MAX_LOOKED_UP ? found : new Preview(listed, found.sample(), false);
    }

    private List<CacheKey> live(Set<CacheKey> keys) {
        return keys.stream().filter(key -> store.get(key).isPresent()).toList();
    }
}
