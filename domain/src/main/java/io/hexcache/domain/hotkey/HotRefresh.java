package io.hexcache.domain.hotkey;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.RefreshMode;
import java.util.random.RandomGenerator;

/**
 * When hot keys are refreshed: somewhat earlier than all others, by one in ten of their readers, and each key from
 * another time on, so that keys which were loaded together are not loaded together again. For namespaces that refresh
 * at all.
 */
public final class HotRefresh {

    /** How likely one read within the window refreshes. */
    static final double PROBABILITY = 0.1;

    /** The most by which a key's window begins before that of another one, as a share of the ttl. */
    static final double STAGGER = 0.1;

    private HotRefresh() {}

    /**
     * How long before its expiry an entry is in the window: the share at which refresh-ahead refreshes all keys, or
     * 20 % in other modes, and up to 10 % of the ttl more, always the same for a key. Zero where nothing is refreshed.
     *
     * @param ttlNanos positive
     * @return 0 to {@code ttlNanos}
     */
    public static long window(CacheKey key, RefreshMode mode, long ttlNanos) {
        double share = switch (mode) {
            case RefreshMode.None _ -> 0;
            case RefreshMode.Ahead(double ahead) -> ahead + STAGGER * spread(key);
            case RefreshMode.Probabilistic _, RefreshMode.WhileRevalidate _ ->
                    RefreshMode.Ahead.DEFAULT.share() + STAGGER * spread(key);
        };
        return (long) (ttlNanos * Math.min(1, share));
    }

    /**
     * Whether this read of an entry, if its key is hot, refreshes it. Draws only within the window.
     *
     * @param remainingNanos expiry less now
     */
    public static boolean isDrawn(CacheKey key, RefreshMode mode, long ttlNanos, long remainingNanos,
            RandomGenerator random) {
        return remainingNanos < window(key, mode, ttlNanos) && random.nextDouble() < PROBABILITY;
    }

    /** From 0 to below 1, evenly over the keys. */
    private static double spread(CacheKey key) {
        long bits = Scramble.of(key.hashCode()) >>> (Long.SIZE - 53);
        return bits * 0x1p-53;
    }
}
