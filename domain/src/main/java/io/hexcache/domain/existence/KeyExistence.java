package io.hexcache.domain.existence;

import io.hexcache.domain.existence.FilterStatus.Phase;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.ExistenceFilter;
import io.hexcache.domain.port.SourceKeys;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whether a key of one namespace can exist at its source. For a source that is written through this service only: what
 * another writer creates stays hidden until the next build.
 *
 * <p>
 * "No" is certain in this sense: the source did not hold the key when the filter was built, nor has this node created
 * it or heard of its creation since. A key that another node creates is hidden here for no longer than a change may
 * stay unheard while the bus is trusted. An answer of "no" is not worth caching: it is quicker than the cache.
 */
public final class KeyExistence {

    private final Namespace namespace;
    private final BooleanSupplier hearsEverything;
    private final Executor builds;
    private final Generations generations = new Generations();
    private final FilterBuild build;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AtomicBoolean running = new AtomicBoolean();
    private final LongAdder hidden = new LongAdder();
    private final LongAdder passed = new LongAdder();

    /**
     * A filter that is not built yet.
     *
     * @param filters makes empty ones
     * @param hearsEverything whether this node hears of every change of the others; quick
     * @param builds runs one build at a time, which takes as long as the source takes to list its keys
     */
    public KeyExistence(Namespace namespace, SourceKeys source, Supplier<ExistenceFilter> filters,
            BooleanSupplier hearsEverything, Executor builds) {
        this.namespace = namespace;
        this.hearsEverything = hearsEverything;
        this.builds = builds;
        this.build = new FilterBuild(source, filters, generations);
    }

    /** Whose keys these are. */
    public Namespace namespace() {
        return namespace;
    }

    /** Whether the source may hold something under this identifier. Quick: the place for it is before a load. */
    public boolean mayExist(String identifier) {
        // Trust first: who sees it regained also sees that the filter of before was forgotten.
        if (!hearsEverything.getAsBoolean()) {
            return true;
        }
        Optional<ExistenceFilter> filter = generations.complete();
        if (filter.isEmpty()) {
            return true;
        }
        boolean may = filter.get().mayContain(identifier);
        (may ? passed : hidden).increment();
        return may;
    }

    /**
     * This node has written the key. To be called after the source took it, or may have taken it, and before the
     * write is announced or answered.
     */
    public void created(String identifier) {
        generations.add(identifier);
    }

    /** A change was heard on the bus. Only single keys count: whatever else changes can only have removed some. */
    public void changed(KeySelection selection) {
        if (selection instanceof KeySelection.Keys(var keys)) {
            for (CacheKey key : keys) {
                if (key.namespace().equals(namespace)) {
                    generations.add(key.identifier());
                }
            }
        }
    }

    /**
     * Changes may have been missed. To be called before {@code hearsEverything} turns true again, at the start too.
     * Forgets what was built, and builds anew.
     */
    public void missedChanges() {
        generations.forget();
        rebuild();
    }

    /** Asks for a build in the background; the filter of before stays in use meanwhile. */
    public void rebuild() {
        wanted.set(true);
        if (running.compareAndSet(false, true)) {
            try {
                builds.execute(this::buildOnce);
            } catch (RejectedExecutionException refused) {
                // The answer stays "maybe", or that of the filter before; an operator sees why.
                running.set(false);
                build.failed(refused);
            }
        }
    }

    private void buildOnce() {
        try {
            wanted.set(false);
            build.run();
        } finally {
            running.set(false);
        }
        if (wanted.get()) {
            // Somebody asked meanwhile, and may have missed that it was over.
            rebuild();
        }
    }

    /** Ends a build under way; from now on every key may exist. */
    public void close() {
        generations.close();
    }

    /** How the filter is. */
    public FilterStatus status() {
        Optional<ExistenceFilter> complete = generations.complete();
        Phase phase = complete.isPresent() ? generations.isGrowing() ? Phase.REBUILDING : Phase.COMPLETE
                : generations.isGrowing() ? Phase.BUILDING : Phase.EMPTY;
        return new FilterStatus(namespace, phase, complete.isPresent() && hearsEverything.getAsBoolean(), build
                .listed(), complete.map(ExistenceFilter::falsePositiveRate).orElse(1.0), hidden.sum(), passed.sum(),
                build.failure());
    }
}
