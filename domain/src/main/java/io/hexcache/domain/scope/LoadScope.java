package io.hexcache.domain.scope;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.key.Tag;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What a load reads through the cache. The entry that comes of it is no newer than the oldest of that, and goes where
 * any of it goes: it inherits the smallest stamp and all tags. What was made of something expired, or would need more
 * tags than an entry may carry, is not stored.
 */
public final class LoadScope implements ReadScope {

    private record Gathered(long stamp, Set<Tag> tags, OptionalLong begun, boolean storable) {

        static final Gathered NOTHING = new Gathered(Long.MAX_VALUE, Set.of(), OptionalLong.empty(), true);

        Gathered and(Gathered other) {
            Set<Tag> both = new HashSet<>(tags);
            both.addAll(other.tags);
            boolean few = both.size() <= Tag.MAX_PER_ENTRY;
            return new Gathered(Math.min(stamp, other.stamp), few ? both : Set.of(), earlier(begun, other.begun), few
                    && storable && other.storable);
        }

        private static OptionalLong earlier(OptionalLong one, OptionalLong other) {
            if (one.isEmpty() || other.isEmpty()) {
                return one.isEmpty() ? other : one;
            }
            return one.getAsLong() - other.getAsLong() < 0 ? one : other;
        }
    }

    private final AtomicReference<Gathered> gathered = new AtomicReference<>(Gathered.NOTHING);

    /** The load that the calling thread reads for, if it does. */
    public static Optional<LoadScope> current() {
        return Current.SCOPE.isBound() && Current.SCOPE.get() instanceof LoadScope load ? Optional.of(load)
                : Optional.empty();
    }

    /** Reads for this load while the step runs, whatever the thread reads for otherwise. */
    public <T> T call(Supplier<T> step) {
        return ScopedValue.where(Current.SCOPE, this).call(step::get);
    }

    /** As {@link #call}. */
    public void run(Runnable step) {
        ScopedValue.where(Current.SCOPE, this).run(step);
    }

    /**
     * The cache has answered this entry.
     *
     * @param begun reading of the ticker before anything was read that the entry, or this copy of it, was made of
     */
    public void read(CacheEntry<?> entry, long begun) {
        add(new Gathered(entry.provenance().stamp(), entry.tags(), OptionalLong.of(begun), true));
    }

    /** The cache has answered something expired. */
    public void readStale() {
        add(new Gathered(Long.MAX_VALUE, Set.of(), OptionalLong.empty(), false));
    }

    /** The cache has answered what this other load made, or found. */
    public void read(LoadScope other) {
        add(other.all());
    }

    private Gathered all() {
        return Objects.requireNonNullElse(gathered.get(), Gathered.NOTHING);
    }

    private void add(Gathered more) {
        gathered.updateAndGet(known -> known.and(more));
    }

    /** The entry with what it inherits; empty if it must not be stored. */
    public <V> Optional<CacheEntry<V>> inherit(CacheEntry<V> made) {
        Gathered all = all();
        if (all.equals(Gathered.NOTHING)) {
            return Optional.of(made);
        }
        Set<Tag> tags = new HashSet<>(made.tags());
        tags.addAll(all.tags());
        if (!all.storable() || tags.size() > Tag.MAX_PER_ENTRY) {
            return Optional.empty();
        }
        long stamp = Math.min(made.provenance().stamp(), all.stamp());
        return Optional.of(made.withTags(tags).from(made.provenance().withStamp(stamp)));
    }

    /** When the oldest of it was begun, or the load itself if that was earlier. */
    public long begun(long ownBegun) {
        return Gathered.earlier(all().begun(), OptionalLong.of(ownBegun)).getAsLong();
    }
}
