package io.hexcache.domain.invalidation;

import io.hexcache.domain.bus.Change;
import io.hexcache.domain.coherence.Announcer;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.time.Ticker;
import io.hexcache.domain.time.Waiter;
import java.time.Duration;

/**
 * Announces by hand that keys have changed which something else than this cache has changed, in L2 too: all nodes drop
 * their copies in L1. L2 is not touched; what is to go from there is invalidated instead.
 */
public final class AnnouncementService {

    /** How long the bus is asked again and again unless a call says otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    /** The longest such time. */
    public static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);

    private static final Duration RETRY = Duration.ofMillis(50);

    private final CacheInvalidationService changes;
    private final Regions regions;
    private final Announcer announcer;
    private final Ticker ticker;
    private final Waiter waiter;

    /** Announces on this node's behalf. */
    public AnnouncementService(CacheInvalidationService changes, Regions regions, Announcer announcer, Ticker ticker,
            Waiter waiter) {
        this.changes = changes;
        this.regions = regions;
        this.announcer = announcer;
        this.ticker = ticker;
        this.waiter = waiter;
    }

    /** Tells the bus once; whether it took it. This node has dropped its copies in any case. */
    public boolean announceOnce(KeySelection.Keys keys) {
        regions.forget(keys);
        return isTaken(keys);
    }

    /**
     * Tells the bus until it takes it.
     *
     * @param timeout how long the caller waits for that, zero to a minute; afterwards it is deferred
     * @throws CacheConfigurationException if the time-out is not legal
     */
    public Completion announce(KeySelection.Keys keys, Duration timeout) {
        if (timeout.isNegative() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new CacheConfigurationException("timeout of an announcement is %s; it must be 0 to %s".formatted(
                    timeout, LONGEST_TIMEOUT));
        }
        regions.forget(keys);
        long deadline = ticker.read() + timeout.toNanos();
        boolean taken = isTaken(keys);
        while (!taken && deadline - ticker.read() > 0) {
            waiter.pause(RETRY);
            taken = isTaken(keys);
        }
        return taken ? Completion.COMPLETE : changes.announce(keys);
    }

    private boolean isTaken(KeySelection.Keys keys) {
        try {
            announcer.announce(Change.of(keys));
            return true;
        } catch (CacheException away) {
            // Not lost: the caller says so, tries again, or defers it.
            return false;
        }
    }
}
