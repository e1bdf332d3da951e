package io.hexcache.domain.policy;

import io.hexcache.domain.error.CacheConfigurationException;

/** When a namespace loads a value again that it still has. */
public sealed interface RefreshMode {

    /** Never: an expired value is loaded by the next reader, who waits. */
    record None() implements RefreshMode {}

    /**
     * In the background, once this share of the ttl is left.
     *
     * @param share more than 0, less than 1 (0.2)
     */
    record Ahead(double share) implements RefreshMode {

        /** At 20 %. */
        public static final Ahead DEFAULT = new Ahead(0.2);

        /** Checks the share. */
        public Ahead {
            if (!(share > 0 && share < 1)) {
                throw new CacheConfigurationException("refresh-ahead share is " + share
                        + "; it must be between 0 and 1, both excluded");
            }
        }
    }

    /** In the background, early, by lot. */
    record Probabilistic(XFetch xFetch) implements RefreshMode {}

    /** In the background, once it has expired and somebody reads it, who gets the expired value. */
    record WhileRevalidate() implements RefreshMode {}
}
