package io.hexcache.domain.policy;

import io.hexcache.domain.error.CacheConfigurationException;

/**
 * How often one key was used in the last window.
 *
 * @param reads 0 or more
 * @param changes of the value, 0 or more
 */
public record KeyUse(long reads, long changes) {

    /** Nobody counted, or nothing happened. */
    public static final KeyUse NONE = new KeyUse(0, 0);

    /** Checks that neither is negative. */
    public KeyUse {
        if (reads < 0 || changes < 0) {
            throw new CacheConfigurationException("%d reads and %d changes are counted; both must be 0 or more"
                    .formatted(reads, changes));
        }
    }
}
