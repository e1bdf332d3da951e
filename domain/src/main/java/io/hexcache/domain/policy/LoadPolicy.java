package io.hexcache.domain.policy;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;

/**
 * How long readers wait for a load, and what a write does whose begin L2 does not take. A load itself goes on after a
 * reader has given up, and its value is stored as long as its lease lives (10 s).
 *
 * @param softTimeout how long a reader waits who has a stale value at hand (10 s); above the hard one it has
 *            no effect
 * @param hardTimeout how long a reader waits at all (10 s)
 * @param whenAway what becomes of writes (they go on)
 */
public record LoadPolicy(Duration softTimeout, Duration hardTimeout, WhenAway whenAway) {

    /** The longest time-outs, and how long the lease of a load lives. */
    public static final Duration LONGEST = Duration.ofSeconds(10);

    /** What becomes of a write to the source while L2 does not take its begin. */
    public enum WhenAway {

        /** The source is written; what is cached is removed as soon as L2 takes it, and the result says deferred. */
        WRITE_ANYWAY,

        /** The write is refused with the error of L2; nothing is changed. */
        REFUSE
    }

    /** What holds if nothing was said. */
    public static final LoadPolicy DEFAULT = new LoadPolicy(LONGEST, LONGEST, WhenAway.WRITE_ANYWAY);

    /** Checks that both are above 0, and neither above the life of a lease. */
    public LoadPolicy {
        check("soft-timeout", softTimeout);
        check("hard-timeout", hardTimeout);
    }

    private static void check(String name, Duration timeout) {
        if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
            throw new CacheConfigurationException("%s is %s; it must be above 0 and at most 10 s".formatted(name,
                    timeout));
        }
    }
}
