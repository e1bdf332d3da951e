package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.error.CacheConfigurationException;

/** How many records a journal may be told to take. */
final class JournalBound {

    private static final long MOST = 10_000_000;

    private JournalBound() {}

    static void check(long maxRecords) {
        if (maxRecords < 1 || maxRecords > MOST) {
            throw new CacheConfigurationException("write-behind.max-records is %d; it must be 1 to %d".formatted(
                    maxRecords, MOST));
        }
    }
}
