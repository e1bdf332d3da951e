package io.hexcache.domain.invalidation;

import io.hexcache.domain.collection.InOrder;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Selections that wait to be repeated, each once, in bounded memory: beyond {@link #MAX_KEYS} keys their namespaces
 * stand for them, and beyond as many tags, or {@link #MAX_OTHERS} other selections, everything does. Nothing is ever
 * dropped, only widened.
 */
final class PendingSelections {

    /** A selection that waits, as it stood when it was listed. */
    record Pending(KeySelection selection, long number) {}

    static final int MAX_KEYS = 10_000;
    static final int MAX_OTHERS = 200;

    private static final KeySelection EVERYTHING = new KeySelection.Matching(KeyPattern.of("*"));

    /** How many keys or tags are repeated in one go. */
    private static final int BATCH = 1_000;

    private final Map<CacheKey, Long> keys = new ConcurrentHashMap<>();
    private final Map<Tag, Long> tags = new ConcurrentHashMap<>();
    private final Map<KeySelection, Long> others = new ConcurrentHashMap<>();
    private final AtomicLong settled = new AtomicLong();
    private long lastNumber;

    synchronized void add(KeySelection selection) {
        lastNumber++;
        switch (selection) {
            case KeySelection.Keys(var added) -> added.forEach(key -> keys.put(key, lastNumber));
            case KeySelection.Tagged(var added) -> added.forEach(tag -> tags.put(tag, lastNumber));
            case KeySelection.ByName _, KeySelection.Stamped _ -> others.put(selection, lastNumber);
        }
        // The wide selection is listed before the narrow ones go, so that covers() never misses one in between.
        if (keys.size() > MAX_KEYS) {
            keys.keySet().stream().map(CacheKey::namespace).distinct().forEach(namespace -> others.put(
                    new KeySelection.Within(namespace), lastNumber));
            keys.clear();
        }
        if (others.size() > MAX_OTHERS || tags.size() > MAX_KEYS) {
            others.put(EVERYTHING, lastNumber);
            others.keySet().removeIf(other -> !other.equals(EVERYTHING));
            tags.clear();
        }
    }

    /** Whether an entry with this key and these tags is among what waits. */
    boolean covers(CacheKey key, Set<Tag> carried) {
        if (keys.isEmpty() && tags.isEmpty() && others.isEmpty()) {
            // In this order: what is widened is listed among the others before it goes from the first two.
            return false;
        }
        return keys.containsKey(key) || carried.stream().anyMatch(tags::containsKey)
                || others.keySet().stream().anyMatch(other -> other.selects(key, carried))
                // Asked last: it is listed before those go that the line above may just have missed.
                || others.containsKey(EVERYTHING);
    }

    /** The number of the latest selection; what is added from now on has a larger one. */
    synchronized long latest() {
        return lastNumber;
    }

    /** Grows before anything is taken off, so that whoever finds it as it was has missed nothing. */
    long settledSoFar() {
        return settled.get();
    }

    /** Takes off a key that has been replaced in L2, if it was added before. */
    synchronized void settle(CacheKey key, long latest) {
        if (keys.getOrDefault(key, Long.MAX_VALUE) <= latest) {
            settled.incrementAndGet();
            keys.remove(key);
        }
    }

    /** What waits now, keys together in batches. */
    synchronized List<Pending> snapshot() {
        List<Pending> snapshot = new ArrayList<>();
        others.forEach((selection, number) -> snapshot.add(new Pending(selection, number)));
        batches(keys.keySet()).forEach(batch -> snapshot.add(new Pending(new KeySelection.Keys(batch), lastNumber)));
        batches(tags.keySet()).forEach(batch -> snapshot.add(new Pending(new KeySelection.Tagged(batch), lastNumber)));
        return snapshot;
    }

    private static <T> List<Set<T>> batches(Set<T> waiting) {
        List<T> all = List.copyOf(waiting);
        List<Set<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(InOrder.copyOf(all.subList(from, Math.min(from + BATCH, all.size()))));
        }
        return batches;
    }

    /** Takes off what was repeated, unless it was added again since. */
    synchronized void settle(Pending repeated) {
        settled.incrementAndGet();
        switch (repeated.selection()) {
            case KeySelection.Keys(var batch) -> batch.forEach(key -> settle(key, repeated.number()));
            case KeySelection.Tagged(var batch) -> batch.forEach(
                    tag -> tags.computeIfPresent(tag, (same, number) -> number > repeated.number() ? number : null));
            case KeySelection.ByName _, KeySelection.Stamped _ -> others.remove(repeated.selection(), repeated
                    .number());
        }
    }

    int size() {
        return keys.size() + tags.size() + others.size();
    }
}
