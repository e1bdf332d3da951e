package io.hexcache.domain.port;

import io.hexcache.domain.key.CacheKey;
import java.time.Duration;
import java.util.Optional;

/**
 * A request for an entry, or for the right to load it.
 *
 * @param token names the lease, if it is granted; used for this request only
 * @param dead an entry that the caller has found to be worth nothing: exactly this one is removed first, in the same
 *            step
 * @param leaseBelow the lease is granted beside a live entry too if no more than this is left of its life; zero asks
 *            for it only where there is no entry
 */
public record Fetch(CacheKey key, Token token, Optional<Token> dead, Duration leaseBelow) {

    /** Longer than every life: asks for the lease beside whatever is there, for a refresh. */
    public static final Duration ANY_LIFE = Duration.ofDays(36_500);

    /** The entry, or else the lease. */
    public static Fetch of(CacheKey key, Token token) {
        return new Fetch(key, token, Optional.empty(), Duration.ZERO);
    }

    /** The same, for a caller who knows that this entry is worth nothing. */
    public Fetch without(Token deadEntry) {
        return new Fetch(key, token, Optional.of(deadEntry), leaseBelow);
    }

    /** The same, granted beside an entry too that lives no longer than this. */
    public Fetch leaseBelow(Duration life) {
        return new Fetch(key, token, dead, life);
    }
}
