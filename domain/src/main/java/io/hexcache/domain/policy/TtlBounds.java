package io.hexcache.domain.policy;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;

/** The times to live that make sense: 1 ms, the finest that stores keep, to 365 days. */
public final class TtlBounds {

    /** The shortest legal time to live. */
    public static final Duration SHORTEST = Duration.ofMillis(1);

    /** The longest legal time to live. */
    public static final Duration LONGEST = Duration.ofDays(365);

    private TtlBounds() {}

    /** Returns the value; throws {@link CacheConfigurationException} with its name if it is out of bounds. */
    public static Duration check(String name, Duration value) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
            throw new CacheConfigurationException("%s is %s; it must be between 1 ms and 365 days".formatted(name,
                    value));
        }
        return value;
    }
}
