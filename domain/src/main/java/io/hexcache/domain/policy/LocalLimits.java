package io.hexcache.domain.policy;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;

/**
 * What one namespace may hold in the memory of the process.
 *
 * @param maxEntries number of entries (10,000); 0 switches L1 off for the namespace
 * @param maxBytes sum of the encoded sizes (50 MiB)
 * @param maxItemBytes largest encoded entry (100 KiB); a larger one stays in L2
 * @param ttl longest life of a copy (5 min); what is left of the entry's own ttl bounds it too
 * @param admission which entries are taken at all (all)
 */
public record LocalLimits(long maxEntries, long maxBytes, int maxItemBytes, Duration ttl, AdmissionMode admission) {

    /** The limits of a namespace about which nothing was said. */
    public static final LocalLimits DEFAULT = new LocalLimits(10_000, 50L << 20, 100 << 10, Duration.ofMinutes(5));

    /** Checks that no limit is negative or contradicts another. */
    public LocalLimits {
        if (maxEntries < 0 || maxBytes < 1 || maxItemBytes < 1 || maxItemBytes > maxBytes) {
            throw new CacheConfigurationException(
                    ("l1.max-entries=%d l1.max-bytes=%d l1.max-item-bytes=%d are not possible: entries 0 or "
                            + "more, bytes and item 1 or more, item at most bytes").formatted(maxEntries, maxBytes,
                                    maxItemBytes));
        }
        TtlBounds.check("l1.ttl", ttl);
    }

    /** Limits for all entries. */
    public LocalLimits(long maxEntries, long maxBytes, int maxItemBytes, Duration ttl) {
        this(maxEntries, maxBytes, maxItemBytes, ttl, AdmissionMode.ALL);
    }

    /** The bytes that every entry counts at least, so that the bound of bytes enforces the bound of entries too. */
    public long minimumWeight() {
        return maxEntries == 0 ? maxBytes : Math.ceilDiv(maxBytes, maxEntries);
    }
}
