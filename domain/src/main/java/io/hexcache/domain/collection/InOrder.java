package io.hexcache.domain.collection;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Unchangeable copies that keep the order of what they copy. Those that {@code Set.copyOf} and {@code Map.copyOf} make
 * are walked through in another order in each process, so that no two runs of the same seed would go the same way.
 */
public final class InOrder {

    private InOrder() {}

    /** The same elements, none of which is null. */
    public static <T> Set<T> copyOf(Collection<T> elements) {
        return switch (elements.size()) {
            case 0 -> Set.of();
            case 1 -> Set.of(elements.iterator().next());
            default -> {
                Set<T> copy = new LinkedHashSet<>(elements);
                copy.forEach(Objects::requireNonNull);
                yield Collections.unmodifiableSet(copy);
            }
        };
    }

    /** The same entries, in none of which there is a null. */
    public static <K, V> Map<K, V> copyOf(Map<K, V> entries) {
        Map<K, V> copy = new LinkedHashMap<>(entries);
        copy.forEach((key, value) -> {
            Objects.requireNonNull(key);
            Objects.requireNonNull(value);
        });
        return Collections.unmodifiableMap(copy);
    }

    /** Collects a stream into such a set. */
    public static <T> Collector<T, ?, Set<T>> toSet() {
        return Collectors.collectingAndThen(Collectors.toCollection(LinkedHashSet::new), InOrder::copyOf);
    }
}
