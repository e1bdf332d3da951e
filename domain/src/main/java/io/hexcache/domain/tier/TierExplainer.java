package io.hexcache.domain.tier;

import io.hexcache.domain.explain.Explanation;
import io.hexcache.domain.explain.Loading;
import io.hexcache.domain.explain.Prediction;
import io.hexcache.domain.explain.TierVerdict;
import io.hexcache.domain.explain.TierView;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.RefreshMode;
import java.util.Set;
import java.util.function.Supplier;

/** Looks at a key with the same rules that a read follows, and changes nothing. */
public final class TierExplainer<V> {

    private final LocalTier<V> local;
    private final RemoteTier<V> remote;
    private final BehindLevel<V> waiting;
    private final NodeState node;
    private final Supplier<NamespacePolicy> policy;

    TierExplainer(LocalTier<V> local, RemoteTier<V> remote, BehindLevel<V> waiting, NodeState node,
            Supplier<NamespacePolicy> policy) {
        this.local = local;
        this.remote = remote;
        this.waiting = waiting;
        this.node = node;
        this.policy = policy;
    }

    /**
     * Why a read would come to what it does.
     *
     * @param loading whether it would load what is not cached, or join a load
     */
    public Explanation explain(CacheKey key, Loading loading) {
        // L2 first: an untrusted node learns stamps while it judges what L2 holds, and they may end the copy in L1.
        RemoteTier.View behind = remote.view(key, node.runtime().dates().instant());
        TierView here = local.view(key.identifier(), node.runtime().dates().instant());
        Explanation.NodeView state = new Explanation.NodeView(node.trust().isTrusted(node.ticker().read()),
                node.stamps()
                        .table().last(),
                node.memory().deferred().mayBeOutdated(key, Set.of()), node.memory().failover()
                        .isPending(),
                waiting.find(key).isPresent());
        return new Explanation(key, predict(key, here, behind, loading, state.writeWaits()), here, behind.tier(),
                loading, behind.guard(), state,
                policy
                        .get());
    }

    private Prediction predict(CacheKey key, TierView here, RemoteTier.View behind, Loading loading,
            boolean writeWaits) {
        if (here.verdict() == TierVerdict.SERVED || (writeWaits && loading != Loading.UNDER_WAY)) {
            return Prediction.HIT_L1;
        }
        if (isSpared(key, here, behind, loading)) {
            return Prediction.STALE;
        }
        if (behind.tier().verdict() == TierVerdict.SERVED && loading != Loading.UNDER_WAY) {
            return Prediction.HIT_L2;
        }
        if (loading == Loading.NEVER) {
            return Prediction.MISS;
        }
        boolean stale = here.verdict() == TierVerdict.EXPIRED || behind.tier().verdict() == TierVerdict.EXPIRED;
        if (stale && policy.get().freshness().refresh() instanceof RefreshMode.WhileRevalidate) {
            return Prediction.STALE;
        }
        if (loading == Loading.UNDER_WAY) {
            return Prediction.WAIT;
        }
        if (behind.tier().verdict() == TierVerdict.AWAY) {
            return Prediction.LOAD_UNSTORED;
        }
        return switch (behind.guard()) {
            case FREE -> Prediction.LOAD;
            case READING -> Prediction.WAIT;
            case WRITING, CONTENDED -> Prediction.LOAD_UNSTORED;
        };
    }

    /** Whether a stale copy is taken so that the source need not be asked. */
    private boolean isSpared(CacheKey key, TierView here, RemoteTier.View behind, Loading loading) {
        boolean isAway = behind.tier().verdict() == TierVerdict.AWAY;
        return (loading == Loading.JUST_FAILED && here.verdict() == TierVerdict.EXPIRED) || (isAway && local.findKept(
                key.identifier(), local.maxStale()).isPresent());
    }
}
