package io.hexcache.domain.explain;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.port.Guard;

/**
 * Why a read of a key would come to what it does.
 *
 * @param loading whether the read would load, or join a load
 * @param guard who may store the key in L2; free also if L2 does not answer
 * @param node what holds for all keys of the node
 * @param policy in force for the namespace
 */
public record Explanation(CacheKey key, Prediction next, TierView local, TierView remote, Loading loading, Guard guard,
        NodeView node, NamespacePolicy policy) {

    /**
     * How the node stands.
     *
     * @param trusted whether it hears of every change
     * @param lastStamp the largest stamp that it knows
     * @param removalDeferred whether a removal of this key has still to be repeated in L2
     * @param storeReplaced whether L2 has lost changes that are being repeated
     * @param writeWaits whether a write of this key was acknowledged here that the source does not have yet; reads on
     *            this node find it before they ask L2
     */
    public record NodeView(boolean trusted, long lastStamp, boolean removalDeferred, boolean storeReplaced,
            boolean writeWaits) {}
}
