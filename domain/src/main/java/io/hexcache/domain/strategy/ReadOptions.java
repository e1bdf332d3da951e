package io.hexcache.domain.strategy;

import io.hexcache.domain.policy.TtlBounds;
import io.hexcache.domain.policy.TtlOptions;
import io.hexcache.domain.tier.Promotion;
import java.time.Duration;
import java.util.Optional;

/**
 * What one read says differently from its namespace. What is promised of changes holds for each of them.
 *
 * @param local whether L1 is looked into
 * @param promotion whether what is found in L2, or loaded, is copied into L1
 * @param maxStale for how long after its ttl a value may be served where the load fails or is slow, and never longer
 *            than the namespace said when it was stored; zero is never, empty means as the namespace says now
 * @param sharing whose loads answer it
 * @param ttl of a value that this read loads, before jitter; empty means the namespace's own
 */
public record ReadOptions(Local local, Promotion promotion, Optional<Duration> maxStale, Sharing sharing,
        Optional<Duration> ttl) {

    /** As the namespace says. */
    public static final ReadOptions NONE = new ReadOptions(Local.LOOK, Promotion.INTO_L1, Optional.empty(),
            Sharing.COALESCED, Optional.empty());

    /** What a read does before it asks L2. */
    public enum Local {

        /** It looks into L1, and is answered there if it can be. */
        LOOK,

        /** It does not look into L1. */
        BYPASS,

        /**
         * It loads, whatever is cached in either tier. What was cached stays until then, and if the load fails; copies
         * of it in other nodes stay for as long as L1 keeps them, since a load announces nothing.
         */
        REFRESH
    }

    /** Whose loads answer a read. */
    public enum Sharing {

        /** The load of another caller will do, if it is under way. */
        COALESCED,

        /** Within this node its own only. Where another node loads, it still waits for that. */
        ALONE
    }

    /** Checks the ttl and the bound. */
    public ReadOptions {
        ttl.ifPresent(given -> TtlBounds.check("ttl of a read", given));
        maxStale.filter(given -> !given.isZero()).ifPresent(given -> TtlBounds.check("max-stale of a read", given));
    }

    /** The same, past L1. */
    public ReadOptions bypassingL1() {
        return new ReadOptions(Local.BYPASS, promotion, maxStale, sharing, ttl);
    }

    /** The same, loaded anew; in a namespace with a source, or with a loader. */
    public ReadOptions refreshing() {
        return new ReadOptions(Local.REFRESH, promotion, maxStale, sharing, ttl);
    }

    /** The same, leaving no copy in L1. */
    public ReadOptions withoutPromotion() {
        return new ReadOptions(local, Promotion.NONE, maxStale, sharing, ttl);
    }

    /** The same, content with a value that has been expired for no longer than this if the load fails or is slow. */
    public ReadOptions orStaleFor(Duration bound) {
        return new ReadOptions(local, promotion, Optional.of(bound), sharing, ttl);
    }

    /** The same, without sharing the load of another caller. */
    public ReadOptions alone() {
        return new ReadOptions(local, promotion, maxStale, Sharing.ALONE, ttl);
    }

    /** The same with this ttl for what it loads. */
    public ReadOptions withTtl(Duration newTtl) {
        return new ReadOptions(local, promotion, maxStale, sharing, Optional.of(newTtl));
    }

    boolean isRefreshing() {
        return local == Local.REFRESH;
    }

    /** Whether a load that another node has made meanwhile is as good as one of its own. */
    boolean acceptsLoadOfOthers() {
        return isRefreshing() && sharing == Sharing.COALESCED;
    }

    TtlOptions ttlOptions() {
        return TtlOptions.of(ttl);
    }
}
