package io.hexcache.domain.policy;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;

/**
 * How soon a write that waits goes to the source.
 *
 * @param priority before or after others
 * @param delay how long it waits at least, so that later writes of its key replace it; 0 to 1 h
 */
public record Urgency(DrainPriority priority, Duration delay) {

    // Before the constant below, whose constructor reads it.
    private static final Duration LONGEST = Duration.ofHours(1);

    /** As nothing else was said. */
    public static final Urgency NORMAL = new Urgency(DrainPriority.NORMAL, Duration.ZERO);

    /** Checks the delay. */
    public Urgency {
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new CacheConfigurationException("delay of a write is " + delay + "; it must be 0 to 1 h");
        }
    }

    /** Before others, at once. */
    public static Urgency of(DrainPriority priority) {
        return new Urgency(priority, Duration.ZERO);
    }
}
