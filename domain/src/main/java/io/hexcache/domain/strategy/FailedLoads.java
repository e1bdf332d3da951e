package io.hexcache.domain.strategy;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Which keys could not be loaded a moment ago. A source that fails is not asked again for each reader who has something
 * stale at hand, but once in {@link #PAUSE}. Failures themselves are not kept: whoever has nothing asks anew.
 */
final class FailedLoads {

    /** How long such readers leave the source alone. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    /** Beyond so many keys all are forgotten, which costs loads. */
    static final int MAX_KEYS = 10_000;

    private final ConcurrentMap<CacheKey, Long> failedAt = new ConcurrentHashMap<>();
    private final Ticker ticker;

    FailedLoads(Ticker ticker) {
        this.ticker = ticker;
    }

    /** This one has failed now. */
    void add(CacheKey key) {
        if (failedAt.size() >= MAX_KEYS) {
            failedAt.clear();
        }
        failedAt.put(key, ticker.read());
    }

    /** Whether its last load has failed a moment ago. */
    boolean isRecent(CacheKey key) {
        Long at = failedAt.get(key);
        if (at == null) {
            return false;
        }
        boolean recent = ticker.read() - at < PAUSE.toNanos();
        if (!recent) {
            failedAt.remove(key, at);
        }
        return recent;
    }
}
