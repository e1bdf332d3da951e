package io.hexcache.domain.invalidation;

import io.hexcache.domain.bus.Change;
import io.hexcache.domain.coherence.Announcer;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.scope.RequestScope;
import io.hexcache.domain.stamp.StampService;
import java.util.function.Consumer;

/**
 * Carries a change to every copy, always in this order: L2 or the register, the memory of this node, the other nodes,
 * the answer. Were L1 first, a read in between would fetch the old value from L2 again; were the bus first, another
 * node would.
 *
 * <p>
 * What L2, the register or the bus does not take is deferred and repeated; what is cached of it is bypassed on this
 * node meanwhile.
 */
public final class CacheInvalidationService {

    private final RemoteEntries remote;
    private final StampService stamps;
    private final Announcer announcer;
    private final Regions regions;
    private final ChangeMemory memory;

    /** A service on these parts of one node. */
    public CacheInvalidationService(RemoteEntries remote, StampService stamps, Announcer announcer, Regions regions,
            ChangeMemory memory) {
        this.remote = remote;
        this.stamps = stamps;
        this.announcer = announcer;
        this.regions = regions;
        this.memory = memory;
    }

    /** Invalidates what is selected, in both tiers and on all nodes. Does not fail: what is not taken is deferred. */
    public InvalidationResult invalidate(KeySelection selection) {
        aboutToChange(selection);
        InvalidationResult result = conclude(selection, attempt(selection));
        RequestScope.changed(this, selection);
        return result;
    }

    private InvalidationResult attempt(KeySelection selection) {
        try {
            return new InvalidationResult(carryOut(selection), Completion.COMPLETE);
        } catch (CacheException notTaken) {
            // Not lost: deferred until L2 takes it. Deferred before L1 forgets, so that no read in between trusts L2.
            memory.deferred().removals().add(selection);
            regions.forget(selection);
            tryTo(announcer::announce, Change.of(selection));
            return new InvalidationResult(0, Completion.DEFERRED);
        }
    }

    /** The namespaces on whose keys entries of others may depend. */
    public Dependants dependants() {
        return regions.dependants();
    }

    /**
     * What {@link #invalidate} would remove from L2 now. Removes nothing.
     *
     * @param samples most keys in the sample, 0 or more
     * @throws CacheException if L2 fails
     */
    public Preview preview(KeySelection selection, int samples) {
        return remote.preview(selection, samples);
    }

    /** Every step is one that may be repeated at any time. */
    private long carryOut(KeySelection selection) {
        return switch (selection) {
            case KeySelection.Keys _, KeySelection.ByName _ -> {
                long removed = remote.remove(selection);
                regions.forget(selection);
                announcer.announce(Change.of(selection));
                yield removed;
            }
            case KeySelection.Stamped stamped -> {
                // From here on nothing of it is valid, wherever it is and whatever still stores it.
                long stamp = stamps.stamp(stamped.subjects());
                announcer.announce(new Change(selection, stamp));
                yield 0;
            }
        };
    }

    /** What is left to do once the change itself has been carried out or deferred. */
    private InvalidationResult conclude(KeySelection selection, InvalidationResult own) {
        InvalidationResult result = own.and(follow(selection));
        return selection instanceof KeySelection.Stamped stamped && own.completion() == Completion.COMPLETE
                ? result.and(new InvalidationResult(remote.reclaim(stamped), Completion.COMPLETE))
                : result;
    }

    private Completion stampDependants(KeySelection.Tagged tags) {
        Completion completion = attempt(tags).completion();
        RequestScope.changed(this, tags);
        return completion;
    }

    private InvalidationResult follow(KeySelection changed) {
        if (regions.dependants().isEmpty()) {
            return InvalidationResult.NOTHING;
        }
        return new Cascade(regions.dependants(), remote, this::stampDependants, memory.deferred()
                .removals()::add).follow(changed);
    }

    /**
     * To be called before L2 is told of a change of entries, so that a store which loses the change while it is being
     * made is told again.
     */
    public void aboutToChange(KeySelection selection) {
        memory.recent().add(selection);
    }

    /**
     * Carries on with a change of keys that L2 and this node's L1 have taken already: loads under way are detached, the
     * other nodes are told, and what depends on the keys is made obsolete.
     */
    public Completion announce(KeySelection.Keys keys) {
        regions.detach(keys);
        Completion completion = tell(keys).and(follow(keys).completion());
        RequestScope.changed(this, keys);
        return completion;
    }

    private Completion tell(KeySelection.Keys keys) {
        if (tryTo(announcer::announce, Change.of(keys))) {
            return Completion.COMPLETE;
        }
        memory.deferred().announcements().add(keys);
        return Completion.DEFERRED;
    }

    /** A change of keys that concerns this node alone: nobody joins a load under way of them any more. */
    public void detach(KeySelection.Keys keys) {
        regions.detach(keys);
        RequestScope.changed(this, keys);
    }

    /**
     * To be read before a write of an entry to L2, which {@link #replaced} is told of afterwards.
     *
     * @return stands for everything that was deferred so far
     */
    public long deferredSoFar() {
        return memory.deferred().removals().latest();
    }

    /**
     * An entry was written to L2 whatever was there: a removal of it that was deferred before has been overtaken, and
     * must not remove what was written.
     */
    public void replaced(CacheKey key, long deferredBefore) {
        memory.deferred().removals().settle(key, deferredBefore);
    }

    /** Repeats what was deferred, and what a store has lost, as far as L2 and the bus take it now. */
    public void repeatDeferred() {
        repeat(memory.deferred().removals(), this::carryOutAgain);
        repeat(memory.deferred().announcements(), selection -> announcer.announce(Change.of(selection)));
        memory.failover().settle(memory.recent(), selection -> tryTo(this::carryOutAgain, selection),
                regions::forgetAll);
    }

    private void carryOutAgain(KeySelection selection) {
        conclude(selection, new InvalidationResult(carryOut(selection), Completion.COMPLETE));
    }

    private static void repeat(PendingSelections waiting, Consumer<KeySelection> step) {
        for (PendingSelections.Pending pending : waiting.snapshot()) {
            if (tryTo(step, pending.selection())) {
                waiting.settle(pending);
            }
        }
    }

    private static <T> boolean tryTo(Consumer<T> step, T change) {
        try {
            step.accept(change);
            return true;
        } catch (CacheException notTaken) {
            // Not lost: the caller lists the selection, or leaves it listed, and it is repeated.
            return false;
        }
    }
}
