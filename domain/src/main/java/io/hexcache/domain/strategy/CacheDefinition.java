package io.hexcache.domain.strategy;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.existence.KeyExistence;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.SchemaMigration;
import io.hexcache.domain.port.SourceOfTruth;
import io.hexcache.domain.port.WritableSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What the code that owns a namespace says about it; how long and how much is cached is the operator's policy.
 *
 * @param version of the keys; raised by one when the meaning of the value changes. A change at the source reaches the
 *            versions next to this one too, so that two releases can run side by side
 * @param source makes the namespace read-through, and write-through where it is a {@code WritableSource}
 * @param filter knows which keys do not exist at the source; only for sources that nobody else writes
 * @param relations how its entries hang together with others
 * @param migrations what becomes of values that were stored in an earlier shape of the type; without one they are
 *            misses
 */
public record CacheDefinition<V>(Namespace namespace, int version, Class<V> type, Optional<SourceOfTruth<V>> source,
        Optional<KeyExistence> filter, Relations<V> relations, List<SchemaMigration> migrations) {

    /** Refuses two migrations of one shape. */
    public CacheDefinition {
        if (migrations.stream().map(SchemaMigration::from).distinct().count() < migrations.size()) {
            throw new CacheConfigurationException("namespace " + namespace
                    + " has two migrations from the same fingerprint; join them");
        }
        migrations = List.copyOf(migrations);
    }

    /** A namespace without a source of truth, whose entries are put or loaded by its callers. */
    public static <V> CacheDefinition<V> of(String namespace, Class<V> type) {
        return new CacheDefinition<>(new Namespace(namespace), 0, type, Optional.empty(), Optional.empty(), Relations
                .none(), List.of());
    }

    /** The same with keys of this version. */
    public CacheDefinition<V> withVersion(int newVersion) {
        return new CacheDefinition<>(namespace, newVersion, type, source, filter, relations, migrations);
    }

    /** The same, loaded from and written to this source. */
    public CacheDefinition<V> withSource(SourceOfTruth<V> newSource) {
        return new CacheDefinition<>(namespace, version, type, Optional.of(newSource), filter, relations, migrations);
    }

    /**
     * The same; what does not exist at its source, as far as this filter knows, is read neither from L2 nor from there.
     */
    public CacheDefinition<V> withFilter(KeyExistence newFilter) {
        return new CacheDefinition<>(namespace, version, type, source, Optional.of(newFilter), relations, migrations);
    }

    /** The same, with these tags on each entry. */
    public CacheDefinition<V> withTags(Function<V, Set<Tag>> tagger) {
        return with(relations.withTags(tagger));
    }

    /**
     * The same, each entry being about these entities, such as {@code user:7}: whoever advances the epoch of one of
     * them makes all its entries obsolete at once, in whatever namespaces they are.
     */
    public CacheDefinition<V> withEntity(Function<V, Set<String>> entities) {
        return with(relations.withEntities(entities));
    }

    /**
     * The same, each entry depending on these keys, of namespaces that are declared with {@link #withDependants}: an
     * invalidation, a put or a delete of one of them, in any version, makes the entry obsolete, and whatever depends on
     * it in turn. Circles are legal; an entry that depends on itself, directly or not, is obsolete as soon as it is
     * put. What a loader reads through the cache counts as well, without being named here: its entry inherits the tags
     * of what was read.
     */
    public CacheDefinition<V> withDependencies(Function<V, Set<CacheKey>> dependencies) {
        return with(relations.withDependencies(dependencies));
    }

    /**
     * The same, and other entries may depend on its keys. Each change of a key then costs a stamp more, and a look into
     * the tag index; since the register keeps a bounded number of stamps, it is not for namespaces in which many
     * thousands of keys change within a ttl.
     */
    public CacheDefinition<V> withDependants() {
        return with(relations.withDependants());
    }

    /**
     * The same, whose values can be found by another name too: a user by his e-mail address. Two values should not have
     * the same one at a time.
     *
     * @param name of the kind of alias, in the form of a segment of a namespace
     * @param alias the alias of a value, legal as an identifier; an empty text if it has none
     */
    public CacheDefinition<V> withAlias(String name, Function<V, String> alias) {
        AliasNames.namespace(namespace, name);
        return with(relations.withAlias(name, alias));
    }

    /**
     * The same; values that were stored in an earlier shape of the type are changed like this when they are read.
     *
     * @param from fingerprint of the earlier shape, as {@code Caches.fingerprint} told it of the earlier type
     * @param change makes the fields of today's value of those of the earlier one
     */
    public CacheDefinition<V> withMigration(long from, UnaryOperator<Map<String, Object>> change) {
        return new CacheDefinition<>(namespace, version, type, source, filter, relations, Stream.concat(migrations
                .stream(), Stream.of(new SchemaMigration(from, change))).toList());
    }

    private CacheDefinition<V> with(Relations<V> newRelations) {
        return new CacheDefinition<>(namespace, version, type, source, filter, newRelations, migrations);
    }

    /** Whether the filter is sure that the source holds nothing under this identifier. */
    boolean isKnownNotToExist(String identifier) {
        return filter.isPresent() && !filter.get().mayExist(identifier);
    }

    /** The full name of an identifier. */
    CacheKey key(String identifier) {
        return new CacheKey(namespace, identifier, version);
    }

    /** Its source, if that takes writes; else a {@code CacheConfigurationException}. */
    WritableSource<V> writable() {
        if (source.isPresent() && source.get() instanceof WritableSource<V> writable) {
            return writable;
        }
        throw new CacheConfigurationException("namespace " + namespace
                + " has no source that takes writes; define it with a WritableSource");
    }
}
