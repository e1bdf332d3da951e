package io.hexcache.domain;

import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.invalidation.InvalidationResult;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.CacheKeyGenerator;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.strategy.AliasService;
import io.hexcache.domain.strategy.BatchService;
import io.hexcache.domain.strategy.CacheStrategyService;
import io.hexcache.domain.strategy.DeleteResult;
import io.hexcache.domain.strategy.LevelService;
import io.hexcache.domain.strategy.Put;
import io.hexcache.domain.strategy.ReadOptions;
import io.hexcache.domain.strategy.WriteOptions;
import io.hexcache.domain.strategy.WriteOutcome;
import io.hexcache.domain.strategy.WriteResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The handle on one namespace. Identifiers are those of {@link CacheKey}. Handles are safe for use by many threads.
 *
 * <p>
 * A tier that is away costs hits, never errors, on every read and on writes to a source; the loader's or the source's
 * own exception reaches the caller as it was thrown, and nothing is cached after it.
 *
 * @param <V> type of the values
 */
public final class Cache<V> {

    private final CacheStrategyService<V> strategy;
    private final AliasService<V> aliases;

    Cache(CacheStrategyService<V> strategy, AliasService<V> aliases) {
        this.strategy = strategy;
        this.aliases = aliases;
    }

    CacheStrategyService<V> strategy() {
        return strategy;
    }

    /**
     * What there is under this other name, as far as the cache knows who has it: it learns that from {@link #put} and
     * from {@link #getByAliasOrLoad}. What no longer has the alias is never answered.
     *
     * @param name of the kind of alias, as the definition of the namespace has it
     */
    public Lookup<V> getByAlias(String name, String alias) {
        return aliases.get(name, alias);
    }

    /**
     * The value that has this other name, in a namespace with a source of truth. That there is none is not cached.
     *
     * @param finder asks the source which identifier has the alias
     */
    public Optional<V> getByAliasOrLoad(String name, String alias, Function<String, Optional<String>> finder) {
        if (!hasSource()) {
            throw new CacheConfigurationException("namespace " + strategy.keys().namespace()
                    + " has no source of truth; give a loader of values by identifier as well");
        }
        return aliases.getOrFind(name, alias, finder, identifier -> strategy.get(identifier).value());
    }

    /** As above, in any namespace; {@code loader} loads the value of the identifier that was found. */
    public Optional<V> getByAliasOrLoad(String name, String alias, Function<String, Optional<String>> finder,
            Function<String, Optional<V>> loader) {
        return aliases.getOrFind(name, alias, finder, identifier -> strategy.loading().findOrLoad(identifier, loader));
    }

    /**
     * What there is under this identifier. A namespace with a source of truth loads what is not cached (read-through)
     * and so never answers a miss; another one does not load.
     */
    public Lookup<V> get(String identifier) {
        return strategy.get(identifier);
    }

    /** As {@link #get(String)}, as these options say; without a source of truth it refuses to load anew. */
    public Lookup<V> get(String identifier, ReadOptions options) {
        return strategy.get(identifier, options);
    }

    /** What is cached under this identifier; never loads. */
    public Lookup<V> peek(String identifier) {
        return strategy.peek(identifier);
    }

    /**
     * The cached value, or else the one that the loader returns, which is then cached (cache-aside). Concurrent
     * callers of one identifier share one load.
     *
     * @param loader returns a value or throws; it runs at most once per call, in a thread of its own, which has none
     *            of the caller's thread-locals
     */
    public V getOrLoad(String identifier, Function<String, ? extends V> loader) {
        return strategy.loading().getOrLoad(identifier, loader);
    }

    /** As {@link #getOrLoad}, for a loader that may find nothing, which is cached too, with the ttl for absence. */
    public Optional<V> findOrLoad(String identifier, Function<String, Optional<V>> loader) {
        return strategy.loading().findOrLoad(identifier, loader);
    }

    /** As {@link #getOrLoad(String, Function)}, as these options say. */
    public V getOrLoad(String identifier, Function<String, ? extends V> loader, ReadOptions options) {
        return strategy.loading().getOrLoad(identifier, loader, options);
    }

    /** As {@link #findOrLoad(String, Function)}, as these options say; the answer says how fresh it is. */
    public Lookup<V> findOrLoad(String identifier, Function<String, Optional<V>> loader, ReadOptions options) {
        return strategy.loading().findOrLoad(identifier, loader, options);
    }

    /**
     * As {@link #get}, for many: L1 first, L2 in one round trip for the rest, and a source that can read many at once
     * is asked once for what is left, another one by one. An identifier that fails harms no other: what was found of
     * the others is cached.
     *
     * @param identifiers 10,000 at most; one that comes twice counts once. They are answered in the order asked
     */
    public Map<String, Lookup<V>> getAll(List<String> identifiers) {
        return strategy.batches().getAll(identifiers);
    }

    /**
     * As {@link #getAll}, with a loader for what is not cached. Of concurrent callers one loads each identifier.
     *
     * @param loader gets the identifiers that are to be loaded, in the order asked; one that is missing in its answer,
     *            or is null there, does not exist, which is cached too, and others than those asked for are ignored. It
     *            runs once per call, or not at all, and once more for what another node has begun to load and does not
     *            finish. If it throws, so does this, and nothing is cached of what it was asked for
     */
    public Map<String, Lookup<V>> getAllOrLoad(List<String> identifiers,
            Function<Set<String>, Map<String, V>> loader) {
        return strategy.batches().getAllOrLoad(identifiers, loader);
    }

    /**
     * Writes the value: to the source of truth first where the namespace has one (write-through), then out of, or
     * without a source into, the cache.
     *
     * @throws io.hexcache.domain.error.CacheException in a namespace without a source if L2 does not take the value;
     *         nothing older is served afterwards. After a time-out the store may still take this value later, over
     *         one that was put meanwhile
     */
    public WriteResult<V> put(String identifier, V value, WriteOptions options) {
        return aliases.isEmpty() ? strategy.put(identifier, value, options) : aliases.put(identifier, value, options);
    }

    /** As {@link #put(String, Object, WriteOptions)}, as the namespace says. */
    public WriteResult<V> put(String identifier, V value) {
        return put(identifier, value, WriteOptions.NONE);
    }

    /**
     * As {@link #put(String, Object, WriteOptions)}, for many, each step in one round trip to L2; a source is written
     * one by one. One that fails harms no other: its failure is its outcome. They are not one change: others may see
     * some of them before the rest.
     *
     * @param puts 10,000 at most, answered in order, each identifier once, each with a ttl, tags and target of its own
     * @throws io.hexcache.domain.error.CacheException if nothing was written: the batch or an option in it is not
     *         legal, or L2 or the register is away and the policy refuses to go on
     */
    public Map<String, WriteOutcome<V>> putAll(List<Put<V>> puts) {
        return strategy.batches().putAll(puts);
    }

    /**
     * Writes the value if there is none that a reader would be served. As all conditional writes it is decided in L2 by
     * one atomic step, and is for namespaces without a source of truth only.
     *
     * @return what is held now, or empty if the condition did not hold
     * @throws io.hexcache.domain.error.CacheConfigurationException if the namespace has a source
     * @throws io.hexcache.domain.error.CacheException if L2 does not confirm it, as for {@link #put}; or if others
     *         change the key again and again, and then this has changed nothing
     */
    public Optional<WriteResult<V>> putIfAbsent(String identifier, V value, WriteOptions options) {
        return strategy.conditional().putIfAbsent(identifier, value, options);
    }

    /** As {@link #putIfAbsent}, if there is a value that a reader would be served. */
    public Optional<WriteResult<V>> putIfPresent(String identifier, V value, WriteOptions options) {
        return strategy.conditional().putIfPresent(identifier, value, options);
    }

    /**
     * As {@link #putIfAbsent}, unless there is a value of the same version or a later one.
     *
     * @param version 1 or more; values that were put without one are older than any
     */
    public Optional<WriteResult<V>> putIfNewer(String identifier, V value, long version, WriteOptions options) {
        return strategy.conditional().putIfNewer(identifier, value, version, options);
    }

    /**
     * Replaces the value by one that is made of it, without losing a change that another makes meanwhile. Tags, version
     * and what is left of the ttl stay, and an invalidation that the old value missed makes the new one invalid too.
     * Otherwise as {@link #putIfAbsent}.
     *
     * @param change gets the value and returns the new one; it runs again where another change comes first. What it
     *            throws reaches the caller as it was thrown, and nothing is changed
     * @return what is held now, or empty if there is no value
     */
    public Optional<WriteResult<V>> update(String identifier, UnaryOperator<V> change) {
        return strategy.conditional().update(identifier, change);
    }

    /** More that can be asked of many keys in one call. */
    public BatchService<V> batches() {
        return strategy.batches();
    }

    /** Questions to L2, which all nodes share, and what brings L1 in line with it. */
    public LevelService<V> levels() {
        return strategy.levels();
    }

    /** Deletes at the source of truth, which the namespace must have, and then in the cache. */
    public DeleteResult delete(String identifier) {
        return aliases.isEmpty() ? strategy.delete(identifier) : aliases.delete(identifier);
    }

    /** Drops what is cached under this identifier, on all nodes. */
    public InvalidationResult invalidate(String identifier) {
        return strategy.invalidate(KeySelection.Keys.ofNeighbours(key(identifier)));
    }

    /** Makes keys of this namespace from what they are about, and selections of such keys. */
    public CacheKeyGenerator keys() {
        return strategy.keys();
    }

    /** The full name of an identifier of this namespace. */
    public CacheKey key(String identifier) {
        return strategy.key(identifier);
    }

    /** What the owner of the namespace said about it. */
    public boolean hasSource() {
        return strategy.hasSource();
    }
}
