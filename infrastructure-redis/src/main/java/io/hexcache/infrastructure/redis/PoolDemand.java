package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;

/**
 * How many connections a load keeps busy: by Little's law, as many as there are calls in a second, times the seconds
 * that each takes.
 *
 * @param callsPerSecond at the peak
 * @param latency of one call, as its caller measures it
 */
public record PoolDemand(double callsPerSecond, Duration latency) {

    private static final double HEADROOM = 1.2;
    private static final int FEWEST = 10;
    private static final int MOST = 500;

    /** Checks that both are more than nothing. */
    public PoolDemand {
        if (!(callsPerSecond > 0 && Double.isFinite(callsPerSecond)) || !latency.isPositive()) {
            throw new CacheConfigurationException("a pool for %s calls in a second that take %s each; both must be more"
                    .formatted(callsPerSecond, latency) + " than 0, and finite");
        }
    }

    /** A fifth more than the load keeps busy; 10 at least, and 500 at most: beyond that, more nodes help more. */
    public int connections() {
        double busy = callsPerSecond * latency.toNanos() / Duration.ofSeconds(1).toNanos();
        return (int) Math.clamp(Math.ceil(busy * HEADROOM), FEWEST, MOST);
    }
}
