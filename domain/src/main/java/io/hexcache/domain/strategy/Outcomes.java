package io.hexcache.domain.strategy;

import io.hexcache.domain.key.CacheKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which writes of a batch have failed so far, and why. */
final class Outcomes {

    private final Map<CacheKey, Throwable> failures = new HashMap<>();

    /** Does a step of this write; its failure is the outcome, and harms no other. */
    void attempt(CacheKey key, Runnable step) {
        try {
            step.run();
        } catch (Throwable failure) {
            // Not swallowed: it is what the caller gets for this key.
            fail(key, failure);
        }
    }

    void fail(CacheKey key, Throwable failure) {
        failures.putIfAbsent(key, failure);
    }

    /** Those of the keys that have not failed. */
    Set<CacheKey> succeeded(Collection<CacheKey> keys) {
        return keys.stream().filter(key -> !failures.containsKey(key)).collect(Collectors.toSet());
    }

    /** The outcome of each write, in this order. */
    <V> Map<String, WriteOutcome<V>> of(Collection<CacheKey> keys, Function<CacheKey, WriteResult<V>> result) {
        Map<String, WriteOutcome<V>> outcomes = new LinkedHashMap<>();
        for (CacheKey key : keys) {
            Throwable failure = failures.get(key);
            outcomes.put(key.identifier(), failure == null ? new WriteOutcome.Written<>(result.apply(key))
                    : new WriteOutcome.Failed<>(failure));
        }
        return outcomes;
    }
}
