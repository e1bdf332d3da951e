package io.hexcache.domain.load;

import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.LoadPolicy;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Keeps a source at what it can do. While the cache is cold or away, demand that it usually absorbs comes through; a
 * source that is given more than it can do does less, and so the cache would never fill. What is too much is refused at
 * once, so that it takes no time from what is let in.
 *
 * <p>
 * The rate is that of a bucket with room for one second (the generic cell rate algorithm, ITU-T I.371).
 */
public final class LoadGuard {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** A load of which nobody expects anything any more. */
    private static final long FORSAKEN = LoadPolicy.LONGEST.toNanos();

    /** One of the loads that run, told from all others by being itself. */
    private static final class Running {

        private final long begun;

        Running(long begun) {
            this.begun = begun;
        }
    }

    private final LoadLimits limits;
    private final Ticker ticker;
    private final Set<Running> running = new LinkedHashSet<>();
    private final AtomicLong taken;

    /** Nothing runs yet. */
    public LoadGuard(LoadLimits limits, Ticker ticker) {
        this.limits = limits;
        this.ticker = ticker;
        this.taken = new AtomicLong(ticker.read() - SECOND);
    }

    /**
     * Calls a loader whose value will be stored.
     *
     * @throws CacheOverloadException if too many run; then it was not called
     */
    public <T> T call(CacheKey key, Supplier<T> loader) {
        return run(enter(key), loader);
    }

    /**
     * Calls a loader whose value cannot be stored, so that the next reader will load again.
     *
     * @throws CacheOverloadException if too many run, or have begun in the last second; then it was not called
     */
    public <T> T callWhileAway(CacheKey key, Supplier<T> loader) {
        return run(enterWhileAway(key), loader);
    }

    private <T> T run(Running mine, Supplier<T> loader) {
        try {
            return loader.get();
        } finally {
            leave(mine);
        }
    }

    private synchronized Running enter(CacheKey key) {
        long now = ticker.read();
        checkPlace(key, now);
        return begin(now);
    }

    private synchronized Running enterWhileAway(CacheKey key) {
        long now = ticker.read();
        checkPlace(key, now);
        long step = SECOND / limits.perSecondWhileAway();
        long next = Math.max(taken.get() - now, -SECOND) + step;
        if (next > 0) {
            throw new CacheOverloadException(("%d loads have begun within a second while the cache is away, the limit;"
                    + " %s was not loaded. Try again, or raise loads.per-second-while-away").formatted(limits
                            .perSecondWhileAway(), key));
        }
        taken.set(now + next);
        return begin(now);
    }

    private void checkPlace(CacheKey key, long now) {
        if (running.size() >= limits.atOnce()) {
            // Only then, since it is done for those that hang, whose callers have long been answered.
            running.removeIf(other -> now - other.begun > FORSAKEN);
        }
        if (running.size() >= limits.atOnce()) {
            throw new CacheOverloadException(
                    ("%d loads run at once, the limit; %s was not loaded. Try again, find out why"
                            + " loads are slow, or raise loads.at-once").formatted(limits.atOnce(), key));
        }
    }

    private Running begin(long now) {
        Running mine = new Running(now);
        running.add(mine);
        return mine;
    }

    private synchronized void leave(Running mine) {
        running.remove(mine);
    }
}
