package io.hexcache.domain.invalidation;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Selections that wait to be repeated, each once, in bounded memory: beyond {@link #MAX_KEYS} keys, or
 * {@link #MAX_OTHERS} other selections, whole namespaces stand for them. Nothing is ever dropped, only widened.
 */
final class PendingSelections {

    /** A selection that waits, as it stood when it was listed. */
    record Pending(KeySelection selection, long number) {}

    static final int MAX_KEYS = 10_000;
    static final int MAX_OTHERS = 200;

    /** How many keys are repeated in one go. */
    private static final int BATCH = 1_000;

    private final Map<CacheKey, Long> keys = new ConcurrentHashMap<>();
    private final Map<KeySelection, Long> others = new ConcurrentHashMap<>();
    private final Supplier<List<Namespace>> declared;
    private long lastNumber;

    PendingSelections(Supplier<List<Namespace>> declared) {
        this.declared = declared;
    }

    synchronized void add(KeySelection selection) {
        lastNumber++;
        switch (selection) {
            case KeySelection.Keys(var added) -> added.forEach(key -> keys.put(key, lastNumber));
            case KeySelection.ByName _, KeySelection.Tagged _ -> others.put(selection, lastNumber);
        }
        // The wide selection is listed before the narrow ones go, so that covers() never misses one in between.
        if (keys.size() > MAX_KEYS) {
            keys.keySet().stream().map(CacheKey::namespace).distinct().forEach(this::addWhole);
            keys.clear();
        }
        if (others.size() > MAX_OTHERS) {
            declared.get().forEach(this::addWhole);
            others.keySet().removeIf(other -> !(other instanceof KeySelection.Within));
        }
    }

    private void addWhole(Namespace namespace) {
        others.put(new KeySelection.Within(namespace), lastNumber);
    }

    /** Whether an entry with this key and these tags is among what waits. */
    boolean covers(CacheKey key, Set<Tag> tags) {
        return keys.containsKey(key) || others.keySet().stream().anyMatch(other -> other.selects(key, tags));
    }

    /** What waits now, keys together in batches. */
    synchronized List<Pending> snapshot() {
        List<Pending> snapshot = new ArrayList<>();
        others.forEach((selection, number) -> snapshot.add(new Pending(selection, number)));
        List<CacheKey> waiting = List.copyOf(keys.keySet());
        for (int from = 0; from < waiting.size(); from += BATCH) {
            List<CacheKey> batch = waiting.subList(from, Math.min(from + BATCH, waiting.size()));
            snapshot.add(new Pending(new KeySelection.Keys(Set.copyOf(batch)), lastNumber));
        }
        return snapshot;
    }

    /** Takes off what was repeated, unless it was added again since. */
    synchronized void settle(Pending repeated) {
        switch (repeated.selection()) {
            case KeySelection.Keys(var batch) -> batch.forEach(key -> keys.computeIfPresent(key,
                    (same, number) -> number > repeated.number() ? number : null));
            case KeySelection.ByName _, KeySelection.Tagged _ -> others.remove(repeated.selection(), repeated
                    .number());
        }
    }

    int size() {
        return keys.size() + others.size();
    }
}
