package io.hexcache.domain.advice;

import java.time.Duration;
import java.util.List;

/** What the advisor says about one workload, with the sentences that led to it. */
public sealed interface Advice {

    /** Why, in sentences for a person; at least one. */
    List<String> reasons();

    /** It is worth caching, for this long and in this way. */
    record DoCache(Duration ttl, CachingPattern pattern, List<String> reasons) implements Advice {

        /** Keeps its own copy. */
        public DoCache {
            reasons = List.copyOf(reasons);
        }
    }

    /** It is not worth caching. */
    record DoNotCache(List<String> reasons) implements Advice {

        /** Keeps its own copy. */
        public DoNotCache {
            reasons = List.copyOf(reasons);
        }
    }
}
