package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.hotkey.HotRefresh;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.domain.policy.TtlPolicy;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.tier.MultiLevelCacheService;
import io.hexcache.domain.tier.Promotion;
import io.hexcache.domain.tier.ReadAnswer;
import io.hexcache.domain.time.NodeRuntime;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a hit in L1 sets going behind the reader: loads a value again that is about to expire, and prolongs one that is
 * in use. Once at a time per key in this node, and by the lease once over all nodes.
 */
final class RefreshService<V> {

    private final MultiLevelCacheService<V> tiers;
    private final ReadService<V> reads;
    private final Supplier<NamespacePolicy> policy;
    private final NodeRuntime runtime;
    private final RequestCoalescer<Boolean> underWay;

    RefreshService(MultiLevelCacheService<V> tiers, ReadService<V> reads, Supplier<NamespacePolicy> policy,
            NodeRuntime runtime) {
        this.tiers = tiers;
        this.reads = reads;
        this.policy = policy;
        this.runtime = runtime;
        this.underWay = new RequestCoalescer<>(runtime.executor(), runtime.ticker(), () -> {}, begun -> true);
    }

    /**
     * A copy was served that is due for more than an answer.
     *
     * @param loader empty if there is nothing to load it from again
     */
    void attend(LocalEntry<V> copy, Optional<Loader<V>> loader) {
        NamespacePolicy rules = policy.get();
        boolean refresh = loader.isPresent() && isDue(copy, rules.freshness().refresh());
        if (refresh || (rules.ttls().sliding() && isDueToProlong(copy))) {
            underWay.join(copy.entry().key(), flight -> ReadService.inBackground(flight, () -> {
                if (refresh) {
                    refresh(copy.entry(), loader.orElseThrow());
                } else {
                    tiers.prolong(copy);
                }
                return true;
            }));
        }
    }

    /** Copies ask for attention earlier than this where keys may be hot or lots are drawn. */
    private boolean isDueToProlong(LocalEntry<V> copy) {
        long left = copy.times().expiry() - runtime.ticker().read();
        return left <= copy.entry().ttl().toNanos() * (1 - TtlPolicy.TOUCH_AFTER);
    }

    private boolean isDue(LocalEntry<V> copy, RefreshMode mode) {
        CacheEntry<V> entry = copy.entry();
        long remaining = copy.times().expiry() - runtime.ticker().read();
        return isDue(entry, mode, remaining) || (HotRefresh.isDrawn(entry.key(), mode, entry.ttl().toNanos(), remaining,
                runtime.random()) && tiers.isHot(entry.key()));
    }

    private boolean isDue(CacheEntry<V> entry, RefreshMode mode, long remaining) {
        return switch (mode) {
            case RefreshMode.None _, RefreshMode.WhileRevalidate _ -> false;
            case RefreshMode.Ahead(double share) -> remaining <= entry.ttl().toNanos() * share;
            case RefreshMode.Probabilistic(var xFetch) ->
                    xFetch.isDue(remaining, entry.provenance().loadTime().toNanos(), runtime.random());
        };
    }

    private void refresh(CacheEntry<V> known, Loader<V> loader) {
        CacheKey key = known.key();
        switch (tiers.request(key, Fetch.ANY_LIFE, Promotion.INTO_L1)) {
            case ReadAnswer.Load<V> right when right.lease().isEmpty() -> {
                // L2 is away, or the key is being written: there will be something newer soon, or nothing to refresh.
            }
            case ReadAnswer.Load<V> right when right.previous().filter(held -> held.createdAt().isAfter(known
                    .createdAt())).isPresent() ->
                    // Another node has refreshed it already; its entry is in L1 now.
                    tiers.release(key, right);
            case ReadAnswer.Load<V> right -> {
                tiers.count(CacheEvent.REFRESH);
                reads.load(key, loader, right, ReadOptions.NONE);
            }
            case ReadAnswer.Found<V> _, ReadAnswer.Wait<V> _ -> {
                // Another node refreshes it.
            }
        }
    }
}
