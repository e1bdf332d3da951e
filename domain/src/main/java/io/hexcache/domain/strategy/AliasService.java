package io.hexcache.domain.strategy;

import io.hexcache.domain.collection.InOrder;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Other names by which entries of one namespace are found. An alias entry holds an identifier and nothing else; each
 * read by alias reads the entry itself and compares, so an alias that has moved on is never served, however old its own
 * entry is. That a value cannot be found is not cached: an invalidation of a key does not tell which alias its next
 * value will have.
 */
public final class AliasService<V> {

    /** The source knows no such alias; thrown so that nothing is cached of it, and caught here. */
    private static final class UnknownAlias extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private UnknownAlias() {
            super("no value has this alias", null, false, false);
        }
    }

    private final CacheDefinition<V> definition;
    private final CacheStrategyService<V> primary;
    private final Map<String, CacheStrategyService<String>> places;

    /** Aliases of this namespace; {@code places} has for each of them where its entries are. */
    public AliasService(CacheDefinition<V> definition, CacheStrategyService<V> primary,
            Map<String, CacheStrategyService<String>> places) {
        this.definition = definition;
        this.primary = primary;
        this.places = InOrder.copyOf(places);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return places.isEmpty();
    }

    /** The entry whose value has this alias now, if it is known; a miss otherwise. */
    public Lookup<V> get(String name, String alias) {
        return place(name).get(alias).value().map(primary::get).filter(found -> has(found, name, alias))
                .orElseGet(Lookup.Miss::new);
    }

    /**
     * The value that has this alias now.
     *
     * @param finder the identifier at the source of what has the alias
     * @param read the value under an identifier
     */
    public Optional<V> getOrFind(String name, String alias, Function<String, Optional<String>> finder,
            Function<String, Optional<V>> read) {
        CacheStrategyService<String> place = place(name);
        Optional<String> known = place.get(alias).value();
        if (known.isPresent()) {
            Optional<V> found = read.apply(known.get()).filter(value -> has(value, name, alias));
            if (found.isPresent()) {
                return found;
            }
            place.invalidate(KeySelection.Keys.of(place.key(alias)));
        }
        return find(place, alias, finder).flatMap(identifier -> readAgain(identifier, name, alias, read));
    }

    private static Optional<String> find(CacheStrategyService<String> place, String alias,
            Function<String, Optional<String>> finder) {
        try {
            return Optional
                    .of(place.loading().getOrLoad(alias, same -> finder.apply(same).orElseThrow(UnknownAlias::new)));
        } catch (UnknownAlias unknown) {
            // Not a failure: it is the answer.
            return Optional.empty();
        }
    }

    /** The source has just said that this identifier has the alias; an entry that lacks it is older. */
    private Optional<V> readAgain(String identifier, String name, String alias, Function<String, Optional<V>> read) {
        Optional<V> found = read.apply(identifier).filter(value -> has(value, name, alias));
        if (found.isPresent()) {
            return found;
        }
        primary.invalidate(KeySelection.Keys.ofNeighbours(primary.key(identifier)));
        return read.apply(identifier).filter(value -> has(value, name, alias));
    }

    /** Writes the value, so that it is found by its aliases, and drops those that it has no longer. */
    public WriteResult<V> put(String identifier, V value, WriteOptions options) {
        Set<CacheKey> dropped = keys(primary.peek(identifier).value());
        dropped.removeAll(keys(Optional.of(value)));
        WriteResult<V> result = primary.put(identifier, value, options);
        places.forEach((name, place) -> list(place, text(name, result.stored()), identifier));
        return new WriteResult<>(result.stored(), result.completion().and(drop(dropped)));
    }

    /** Deletes the value, and drops its aliases. */
    public DeleteResult delete(String identifier) {
        Set<CacheKey> dropped = keys(primary.peek(identifier).value());
        DeleteResult result = primary.delete(identifier);
        return new DeleteResult(result.existed(), result.completion().and(drop(dropped)));
    }

    private static void list(CacheStrategyService<String> place, String alias, String identifier) {
        if (!alias.isBlank()) {
            try {
                place.put(alias, identifier, WriteOptions.NONE);
            } catch (CacheException notListed) {
                // The value is written. It is found by this alias as soon as somebody has it looked up at the source.
            }
        }
    }

    private Completion drop(Set<CacheKey> keys) {
        return keys.isEmpty() ? Completion.COMPLETE : primary.invalidate(new KeySelection.Keys(keys)).completion();
    }

    private Set<CacheKey> keys(Optional<V> value) {
        Set<CacheKey> keys = new HashSet<>();
        value.ifPresent(held -> places.forEach((name, place) -> {
            try {
                keys.add(place.key(text(name, held)));
            } catch (InvalidKeyException notAnAlias) {
                // Nothing was ever kept under it.
            }
        }));
        return keys;
    }

    private boolean has(Lookup<V> found, String name, String alias) {
        return found.value().filter(value -> has(value, name, alias)).isPresent();
    }

    private boolean has(V value, String name, String alias) {
        return text(name, value).equals(alias);
    }

    private String text(String name, V value) {
        Function<V, String> alias = definition.relations().aliases().getOrDefault(name, held -> "");
        return alias.apply(value);
    }

    private CacheStrategyService<String> place(String name) {
        CacheStrategyService<String> place = places.get(name);
        if (place == null) {
            throw new CacheConfigurationException("namespace " + definition.namespace() + " has no alias '" + name
                    + "'; it has " + places.keySet() + ", declare others in its definition");
        }
        return place;
    }
}
