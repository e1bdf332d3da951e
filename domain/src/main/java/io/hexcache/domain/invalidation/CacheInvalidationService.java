package io.hexcache.domain.invalidation;

import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;
import java.util.function.Consumer;

/**
 * Carries a change to every copy, always in this order: L2, the memory of this node, the other nodes, the answer.
 * Were L1 first, a read in between would fetch the old value from L2 again; were the bus first, another node would.
 *
 * <p>
 * What L2 or the bus does not take is deferred and repeated; what is cached of it is bypassed on this node meanwhile.
 */
public final class CacheInvalidationService {

    private final RemoteEntries remote;
    private final InvalidationBus bus;
    private final Regions regions;
    private final DeferredInvalidations deferred;

    /** A service on these parts of one node. */
    public CacheInvalidationService(RemoteEntries remote, InvalidationBus bus, Regions regions,
            DeferredInvalidations deferred) {
        this.remote = remote;
        this.bus = bus;
        this.regions = regions;
        this.deferred = deferred;
    }

    /** Invalidates what is selected, in both tiers and on all nodes. Does not fail: what is not taken is deferred. */
    public InvalidationResult invalidate(KeySelection selection) {
        long removed = 0;
        try {
            removed = remote.remove(selection);
        } catch (CacheException notTaken) {
            // Not lost: deferred until L2 takes it. Deferred before L1 forgets, so that no read in between trusts L2.
            deferred.removals().add(selection);
            regions.forget(selection);
            tryTo(bus::publish, selection);
            return new InvalidationResult(removed, Completion.DEFERRED);
        }
        return new InvalidationResult(removed, announce(selection));
    }

    /** Carries on with a change that L2 has taken already: this node's memory, then the other nodes. */
    public Completion announce(KeySelection selection) {
        regions.forget(selection);
        if (tryTo(bus::publish, selection)) {
            return Completion.COMPLETE;
        }
        deferred.announcements().add(selection);
        return Completion.DEFERRED;
    }

    /**
     * To be read before a write of an entry to L2, which {@link #replaced} is told of afterwards.
     *
     * @return stands for everything that was deferred so far
     */
    public long deferredSoFar() {
        return deferred.removals().latest();
    }

    /**
     * Carries on with an entry that was written to L2 whatever was there: a removal of it that was deferred before has
     * been overtaken, and must not remove what was written.
     */
    public Completion replaced(CacheKey key, long deferredBefore) {
        deferred.removals().settle(key, deferredBefore);
        return announce(KeySelection.Keys.of(key));
    }

    /** Repeats what was deferred, as far as L2 and the bus take it now. */
    public void repeatDeferred() {
        repeat(deferred.removals(), selection -> {
            remote.remove(selection);
            bus.publish(selection);
        });
        repeat(deferred.announcements(), bus::publish);
    }

    private static void repeat(PendingSelections waiting, Consumer<KeySelection> step) {
        for (PendingSelections.Pending pending : waiting.snapshot()) {
            if (tryTo(step, pending.selection())) {
                waiting.settle(pending);
            }
        }
    }

    private static boolean tryTo(Consumer<KeySelection> step, KeySelection selection) {
        try {
            step.accept(selection);
            return true;
        } catch (CacheException notTaken) {
            // Not lost: the caller lists the selection, or leaves it listed, and it is repeated.
            return false;
        }
    }

    /** How the node takes part in the bus: what others change is forgotten, and a gap makes everything forgotten. */
    public BusListener listener(LocalTrust trust) {
        return new BusListener() {

            @Override
            public void connected() {
                regions.forgetAll();
                trust.regain();
            }

            @Override
            public void disconnected() {
                trust.lose();
            }

            @Override
            public void changed(KeySelection change) {
                regions.forget(change);
            }
        };
    }
}
