package io.hexcache.domain.writebehind;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.policy.UrgencyRules;
import java.time.Duration;

/**
 * How a node writes behind.
 *
 * @param batch a drain begins at once when so many keys wait (100), or as many as memory holds; and so many are
 *            settled in the journal together
 * @param interval a drain begins when a key has waited so long (1 s)
 * @param memory most records in memory (10,000); what is journaled beyond that stays in the journal alone
 * @param patience how long a write waits for room before it is refused (1 s); 0 refuses at once
 * @param workers how many keys are written to sources at the same time (8)
 * @param retry what becomes of writes that fail
 * @param urgency of writes that say nothing of it
 */
public record WriteBehindSettings(int batch, Duration interval, int memory, Duration patience, int workers,
        RetryRules retry, UrgencyRules urgency) {

    /** What holds if nothing was said. */
    public static final WriteBehindSettings DEFAULT = new WriteBehindSettings(100, Duration.ofSeconds(1), 10_000,
            Duration.ofSeconds(1), 8, RetryRules.DEFAULT, UrgencyRules.NONE);

    /** Checks the ranges. */
    public WriteBehindSettings {
        check("batch", batch, 10_000);
        check("max-in-memory", memory, 1_000_000);
        check("workers", workers, 1_000);
        check("interval", interval, Duration.ofMillis(1));
        check("wait-for-room", patience, Duration.ZERO);
    }

    private static void check(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new CacheConfigurationException("write-behind.%s is %d; it must be 1 to %d".formatted(name, value,
                    most));
        }
    }

    private static void check(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0 || value.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new CacheConfigurationException("write-behind.%s is %s; it must be %s to 1 min".formatted(name,
                    value, least));
        }
    }
}
