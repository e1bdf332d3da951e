package io.hexcache.domain.warming;

import java.util.List;
import java.util.Map;

/** Warms one key. */
@FunctionalInterface
public interface KeyWarmer {

    /** What became of a key. */
    enum Outcome {

        /** It was loaded, or found at its source not to exist. */
        WARMED,

        /** It was there. */
        SKIPPED
    }

    /** Warms the key; throws if it cannot be loaded, by which nothing else is harmed. */
    Outcome warm(String identifier, WarmingMode mode);

    /**
     * Warms those of the keys that can be dealt with at once; the others are warmed one by one afterwards, and all of
     * them if this throws.
     *
     * @param identifiers a batch of the plan
     * @return what became of those that are done
     */
    default Map<String, Outcome> warmAtOnce(List<String> identifiers, WarmingMode mode) {
        return Map.of();
    }
}
