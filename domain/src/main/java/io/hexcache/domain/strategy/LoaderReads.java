package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.invalidation.CacheInvalidationService;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.scope.ReadScope;
import io.hexcache.domain.tier.MultiLevelCacheService;
import java.util.Optional;
import java.util.function.Function;

/** Cache-aside: reads of one namespace by callers who bring a loader. */
public final class LoaderReads<V> {

    private final Function<String, CacheKey> keys;
    private final MultiLevelCacheService<V> tiers;
    private final CacheInvalidationService invalidation;
    private final ReadService<V> reads;
    private final RefreshService<V> refreshes;
    private final ScopedReads<V> scoped;

    LoaderReads(Function<String, CacheKey> keys, MultiLevelCacheService<V> tiers, CacheInvalidationService invalidation,
            ReadService<V> reads, RefreshService<V> refreshes) {
        this.keys = keys;
        this.tiers = tiers;
        this.invalidation = invalidation;
        this.reads = reads;
        this.refreshes = refreshes;
        this.scoped = new ScopedReads<>(tiers, invalidation);
    }

    /** With a loader that returns a value. */
    public V getOrLoad(String identifier, Function<String, ? extends V> loader) {
        LoadedValues.loader(identifier, loader);
        Loader<V> present = present(loader);
        return orLoaded(identifier, read(identifier, present), loader, present, ReadOptions.NONE);
    }

    /** As above, as these options say. */
    public V getOrLoad(String identifier, Function<String, ? extends V> loader, ReadOptions options) {
        LoadedValues.loader(identifier, loader);
        Loader<V> present = present(loader);
        return orLoaded(identifier, read(keys.apply(identifier), present, options), loader, present, options);
    }

    private static <V> Loader<V> present(Function<String, ? extends V> loader) {
        return (key, previous) -> Loader.value(LoadedValues.notNull(key, loader.apply(key.identifier())));
    }

    private V orLoaded(String identifier, Lookup<V> first, Function<String, ? extends V> loader, Loader<V> present,
            ReadOptions options) {
        Lookup<V> found = first;
        if (found instanceof Lookup.Absent<V>) {
            // Another loader found nothing a while ago. This one is sure to answer: its answer replaces the absence.
            CacheKey key = keys.apply(identifier);
            invalidation.invalidate(KeySelection.Keys.of(key));
            found = read(key, present, options);
        }
        return switch (found) {
            case Lookup.Hit<V> hit -> hit.found();
            case Lookup.Absent<V> _, Lookup.Miss<V> _ ->
                    LoadedValues.notNull(keys.apply(identifier), loader.apply(identifier));
        };
    }

    /** With a loader that may find nothing. */
    public Optional<V> findOrLoad(String identifier, Function<String, Optional<V>> loader) {
        return read(identifier, Loader.of(LoadedValues.loader(identifier, loader)::apply)).value();
    }

    /** As above, as these options say. */
    public Lookup<V> findOrLoad(String identifier, Function<String, Optional<V>> loader, ReadOptions options) {
        return read(keys.apply(identifier), Loader.of(LoadedValues.loader(identifier, loader)::apply), options);
    }

    private Lookup<V> read(String identifier, Loader<V> loader) {
        if (ReadScope.isOpen()) {
            return scoped.read(keys.apply(identifier), LoaderReads::isAnswer, due -> refreshes.attend(due, Optional.of(
                    loader)), key -> reads.read(key, loader));
        }
        Optional<LocalEntry<V>> copy = tiers.findLocal(identifier, due -> refreshes.attend(due, Optional.of(loader)));
        return copy.isPresent() ? copy.get().lookup() : reads.read(keys.apply(identifier), loader);
    }

    /** As these options say. */
    Lookup<V> read(CacheKey key, Loader<V> loader, ReadOptions options) {
        return options.local() == ReadOptions.Local.LOOK
                ? scoped.read(key, LoaderReads::isAnswer, due -> refreshes.attend(due, Optional.of(loader)),
                        missing -> reads.read(missing, loader, options))
                : scoped.readBeyond(key, any -> reads.read(any, loader, options));
    }

    private static boolean isAnswer(Lookup<?> known) {
        return !(known instanceof Lookup.Miss<?>);
    }
}
