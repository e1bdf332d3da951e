package io.hexcache.domain.policy;

import io.hexcache.domain.key.CacheKey;
import java.time.Duration;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Decides how long an entry lives: as the call says, else the first rule that matches its key, else as its use earns
 * where the namespace adapts, else as the namespace says; less jitter. What comes of it is never longer than what was
 * said, and never less than {@link TtlBounds#SHORTEST}.
 */
public final class TtlDecision {

    private final Function<CacheKey, KeyUse> use;
    private final RandomGenerator random;

    /**
     * Decisions by this use and this randomness.
     *
     * @param use asked only where the namespace adapts, for keys that no rule and no call decides
     * @param random must be safe for as many threads as ask
     */
    public TtlDecision(Function<CacheKey, KeyUse> use, RandomGenerator random) {
        this.use = use;
        this.random = random;
    }

    /** The ttl of a value under this key. */
    public Duration ofValue(TtlPolicy policy, CacheKey key, TtlOptions options) {
        Duration said = options.ttl().or(() -> policy.rules().ttlOf(key)).orElseGet(() -> ofNamespace(policy, key));
        return shorten(policy, said, options);
    }

    /** The ttl of "the source holds nothing". */
    public Duration ofAbsence(TtlPolicy policy, TtlOptions options) {
        return shorten(policy, policy.absentTtl(), options);
    }

    private Duration ofNamespace(TtlPolicy policy, CacheKey key) {
        return policy.adaptive().map(adaptive -> adaptive.ttlFor(use.apply(key))).orElse(policy.ttl());
    }

    private Duration shorten(TtlPolicy policy, Duration said, TtlOptions options) {
        return options.jitter().orElse(policy.jitter()).shorten(said, random);
    }
}
