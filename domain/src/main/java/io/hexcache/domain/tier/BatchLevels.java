package io.hexcache.domain.tier;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The two levels of one namespace, for many keys in one round trip to L2. Tickets and stamps are taken for all of them
 * before anything is read; from then on each key goes its own way.
 */
public final class BatchLevels<V> {

    private final LevelReader<V> levels;
    private final LocalTier<V> local;
    private final RemoteBatch<V> remote;
    private final RemoteBatchWriter<V> writer;

    BatchLevels(LevelReader<V> levels, LocalTier<V> local, RemoteBatch<V> remote,
            RemoteBatchWriter<V> writer) {
        this.levels = levels;
        this.local = local;
        this.remote = remote;
        this.writer = writer;
    }

    /** What L2 holds of each key, fresh or else a miss; never loads, never takes a lease. */
    public Map<CacheKey, Lookup<V>> findRemote(Collection<CacheKey> keys) {
        Map<CacheKey, Lookup<V>> found = new LinkedHashMap<>();
        Map<CacheKey, Optional<Reading>> before = before(keys, found::put);
        List<CacheKey> asked = List.copyOf(before.keySet());
        List<RemoteAnswer<V>> answers = asked.isEmpty() ? List.of() : remote.getAll(asked);
        for (int i = 0; i < asked.size(); i++) {
            CacheKey key = asked.get(i);
            found.put(key, levels.found(key, before.getOrDefault(key, Optional.empty()), answers.get(i)));
        }
        return found;
    }

    /** As {@link KeptCopies#findWhileAway}; only those that are found. */
    public Map<CacheKey, Lookup<V>> findWhileAway(Collection<CacheKey> keys, Duration bound) {
        List<CacheKey> kept = keys.stream().filter(key -> local.findKept(key.identifier(), bound).isPresent()).toList();
        if (kept.isEmpty()) {
            return Map.of();
        }
        Map<CacheKey, Lookup<V>> found = new LinkedHashMap<>();
        Map<CacheKey, Optional<Reading>> before = before(kept, found::put);
        List<CacheKey> asked = List.copyOf(before.keySet());
        List<RemoteAnswer<V>> answers = asked.isEmpty() ? List.of() : remote.getAll(asked);
        for (int i = 0; i < asked.size(); i++) {
            CacheKey key = asked.get(i);
            levels.freshOrKept(key, before.getOrDefault(key, Optional.empty()), answers.get(i), bound)
                    .ifPresent(answer -> found.put(key, answer));
        }
        return found;
    }

    /**
     * What L2 holds of each key, or the right to load it.
     *
     * @param leaseBelow an entry that lives no longer than this is to be replaced
     */
    public Map<CacheKey, ReadAnswer<V>> request(Collection<CacheKey> keys, Duration leaseBelow) {
        Map<CacheKey, ReadAnswer<V>> found = new LinkedHashMap<>();
        List<CacheKey> asked = new ArrayList<>();
        List<Reading> before = new ArrayList<>();
        before(keys, (key, waiting) -> found.put(key, new ReadAnswer.Found<>(waiting))).forEach((key, reading) -> {
            if (reading.isPresent()) {
                asked.add(key);
                before.add(reading.get());
            } else {
                found.put(key, levels.unstampedLoad(key));
            }
        });
        List<RemoteAnswer<V>> answers = asked.isEmpty() ? List.of() : remote.fetchAll(asked, leaseBelow);
        for (int i = 0; i < asked.size(); i++) {
            found.put(asked.get(i), levels.answer(before.get(i), asked.get(i), leaseBelow, answers.get(i)));
        }
        return found;
    }

    private Map<CacheKey, Optional<Reading>> before(Collection<CacheKey> keys,
            BiConsumer<CacheKey, Lookup<V>> onWaiting) {
        Map<CacheKey, Optional<Reading>> before = new LinkedHashMap<>();
        keys.forEach(key -> levels.findWaiting(key).ifPresentOrElse(waiting -> onWaiting.accept(key, waiting),
                () -> before.put(key, levels.before(key))));
        return before;
    }

    /**
     * Stores what was loaded, in both tiers, as far as nothing has changed since the rights to load were given, and
     * gives those rights back under which nothing was loaded.
     */
    public void store(Map<CacheKey, ReadAnswer.Load<V>> rights, Collection<CacheEntry<V>> loaded) {
        Map<CacheKey, Token> leases = new HashMap<>();
        rights.forEach((key, right) -> right.lease().ifPresent(lease -> leases.put(key, lease)));
        long askedAt = levels.ticker().read();
        for (CacheEntry<V> stored : writer.fill(List.copyOf(loaded), leases)) {
            ReadAnswer.Load<V> right = rights.get(stored.key());
            if (right != null) {
                local.store(right.before().ticket(), stored, askedAt, stored.life());
            }
        }
    }
}
