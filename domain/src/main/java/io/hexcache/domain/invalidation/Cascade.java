package io.hexcache.domain.invalidation;

import io.hexcache.domain.collection.InOrder;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What one change makes obsolete beyond itself. An entry carries a tag for each key that it depends on; a change stamps
 * the tag of its key, finds in the tag index who carries it, stamps their tags, and so on. Each tag is stamped once, so
 * circles end. All stamps are given before any entry is removed: a cascade that breaks off has lost no place in the
 * index, and can be repeated from the step that failed.
 *
 * <p>
 * A key that is not cached has no place in the index and passes nothing on; what its own loader reads through the cache
 * is covered, since loaded entries inherit the tags of what they were made of.
 */
final class Cascade {

    /** How many places in the index are followed; beyond that, whatever depends on anything is made obsolete. */
    static final int MAX_REACHED = 10_000;

    private final Dependants dependants;
    private final RemoteEntries remote;
    private final Function<KeySelection.Tagged, Completion> stamp;
    private final Consumer<KeySelection.Tagged> defer;
    private final Set<Tag> stamped = new HashSet<>();
    private final Set<Tag> toReclaim = new HashSet<>();
    private final AtomicInteger reached = new AtomicInteger();

    /**
     * A cascade that begins.
     *
     * @param stamp makes what carries these tags obsolete everywhere, or has it deferred
     * @param defer sees to it that these tags are stamped and followed once more
     */
    Cascade(Dependants dependants, RemoteEntries remote, Function<KeySelection.Tagged, Completion> stamp,
            Consumer<KeySelection.Tagged> defer) {
        this.dependants = dependants;
        this.remote = remote;
        this.stamp = stamp;
        this.defer = defer;
    }

    /** Follows this change, which has been carried out or deferred itself; counts what it removed beyond it. */
    InvalidationResult follow(KeySelection changed) {
        return switch (changed) {
            case KeySelection.Keys(var keys) -> stampAndFollow(dependants.ofKeys(keys));
            case KeySelection.ByName names -> stampAndFollow(dependants.ofNames(names));
            case KeySelection.Tagged(var tags) -> {
                stamped.addAll(tags);
                InvalidationResult followed = walk(tags);
                toReclaim.removeAll(tags);
                yield followed.and(reclaim());
            }
            // At the cost of one stamp more, whatever there is.
            case KeySelection.Cleared(var namespace) when dependants.hasAnyWithin(namespace) -> widen();
            case KeySelection.Cleared _, KeySelection.Everything _ -> InvalidationResult.NOTHING;
        };
    }

    private InvalidationResult stampAndFollow(Set<Tag> tags) {
        return stampAll(tags).and(walk(tags)).and(reclaim());
    }

    private InvalidationResult walk(Set<Tag> first) {
        InvalidationResult result = InvalidationResult.NOTHING;
        Set<Tag> level = first;
        while (!level.isEmpty()) {
            Set<CacheKey> found = new HashSet<>();
            try {
                level.forEach(tag -> found.addAll(members(tag)));
            } catch (CacheException unreadable) {
                parts(level).forEach(defer);
                return result.and(new InvalidationResult(0, Completion.DEFERRED));
            }
            if (reached.get() > MAX_REACHED) {
                return result.and(widen());
            }
            level = dependants.ofKeys(found);
            level.removeAll(stamped);
            result = result.and(stampAll(level));
        }
        return result;
    }

    private List<CacheKey> members(Tag tag) {
        int left = MAX_REACHED + 1 - reached.get();
        List<CacheKey> members = left > 0 ? remote.members(tag, left) : List.of();
        if (!members.isEmpty()) {
            reached.addAndGet(members.size());
            toReclaim.add(tag);
        }
        return members;
    }

    private InvalidationResult widen() {
        return stampAll(dependants.ofAll()).asWidened();
    }

    private InvalidationResult stampAll(Set<Tag> tags) {
        Completion completion = Completion.COMPLETE;
        for (KeySelection.Tagged part : parts(tags)) {
            completion = completion.and(stamp.apply(part));
        }
        stamped.addAll(tags);
        return new InvalidationResult(0, completion);
    }

    private InvalidationResult reclaim() {
        long removed = parts(toReclaim).stream().mapToLong(remote::reclaim).sum();
        return new InvalidationResult(removed, Completion.COMPLETE);
    }

    private static List<KeySelection.Tagged> parts(Set<Tag> tags) {
        List<Tag> all = List.copyOf(tags);
        List<KeySelection.Tagged> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += KeySelection.Tagged.MAX_TAGS) {
            int to = Math.min(all.size(), from + KeySelection.Tagged.MAX_TAGS);
            parts.add(new KeySelection.Tagged(InOrder.copyOf(all.subList(from, to))));
        }
        return parts;
    }
}
