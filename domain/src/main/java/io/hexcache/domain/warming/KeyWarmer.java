package io.hexcache.domain.warming;

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
}
