package io.hexcache.domain.tier;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.LeaseToken;
import io.hexcache.domain.port.LocalUsage;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.statistics.NamespaceStatistics;
import io.hexcache.domain.time.Ticker;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The two levels of one namespace as one: looks into L1, then L2, promotes what it finds there, and stores what was
 * loaded, each step under the ticket (L1) and the lease (L2) that were taken before anything was read.
 */
public final class MultiLevelCacheService<V> {

    private final LocalTier<V> local;
    private final RemoteTier<V> remote;
    private final NamespaceStatistics statistics;
    private final Ticker ticker;
    private final RandomGenerator random;

    MultiLevelCacheService(LocalTier<V> local, RemoteTier<V> remote, NamespaceStatistics statistics, Ticker ticker,
            RandomGenerator random) {
        this.local = local;
        this.remote = remote;
        this.statistics = statistics;
        this.ticker = ticker;
        this.random = random;
    }

    /** What L1 holds and may serve: the path of a hit. */
    public Optional<Lookup<V>> findLocal(String identifier) {
        Optional<Lookup<V>> found = local.find(identifier);
        if (found.isPresent()) {
            statistics.count(CacheEvent.L1_HIT);
        }
        return found;
    }

    /** What either tier holds; never loads, never takes a lease. */
    public Lookup<V> find(CacheKey key) {
        Optional<Lookup<V>> copy = findLocal(key.identifier());
        if (copy.isPresent()) {
            return copy.get();
        }
        Ticket ticket = local.ticket(key.identifier());
        long askedAt = ticker.read();
        if (remote.get(key) instanceof RemoteAnswer.Found<V> found) {
            return promote(ticket, found, askedAt);
        }
        statistics.count(CacheEvent.MISS);
        return new Lookup.Miss<>();
    }

    /**
     * What L2 holds, or else what is loaded, which is stored in both tiers if nothing has changed meanwhile.
     *
     * @param load reads the source and makes an entry of what it holds; its exception reaches the caller
     */
    public Lookup<V> findOrLoad(CacheKey key, Function<CacheKey, CacheEntry<V>> load) {
        Ticket ticket = local.ticket(key.identifier());
        LeaseToken token = LeaseToken.next(random);
        long askedAt = ticker.read();
        return switch (remote.fetch(key, token)) {
            case RemoteAnswer.Found<V> found -> promote(ticket, found, askedAt);
            case RemoteAnswer.Leased<V> _ -> loadAndStore(key, load, ticket, token);
            case RemoteAnswer.Closed<V> _ -> {
                statistics.count(CacheEvent.MISS);
                yield load(key, load).asFoundIn(Tier.SOURCE);
            }
        };
    }

    private Lookup<V> promote(Ticket ticket, RemoteAnswer.Found<V> found, long askedAt) {
        statistics.count(CacheEvent.L2_HIT);
        local.store(ticket, found.entry(), askedAt, found.remaining());
        return found.entry().asFoundIn(Tier.L2);
    }

    private Lookup<V> loadAndStore(CacheKey key, Function<CacheKey, CacheEntry<V>> load, Ticket ticket,
            LeaseToken token) {
        statistics.count(CacheEvent.MISS);
        CacheEntry<V> entry;
        try {
            entry = load(key, load);
        } catch (Throwable failure) {
            remote.release(key, token);
            throw failure;
        }
        long askedAt = ticker.read();
        remote.fill(entry, token).ifPresent(stored -> local.store(ticket, stored, askedAt, stored.ttl()));
        return entry.asFoundIn(Tier.SOURCE);
    }

    private CacheEntry<V> load(CacheKey key, Function<CacheKey, CacheEntry<V>> load) {
        try {
            CacheEntry<V> entry = load.apply(key);
            statistics.count(CacheEvent.LOAD);
            return entry;
        } catch (Throwable failure) {
            statistics.count(CacheEvent.LOAD_FAILURE);
            throw failure;
        }
    }

    /**
     * Stores the entry in L2 whatever was there; fails when L2 fails. L1 is the matter of who announces the change.
     */
    public void set(CacheEntry<V> entry) {
        remote.set(entry);
        countWrite();
    }

    /** Counts a write that went elsewhere. */
    public void countWrite() {
        statistics.count(CacheEvent.WRITE);
    }

    /** Drops the selected copies from L1, and what is being loaded of them. */
    public void forgetLocal(KeySelection selection) {
        local.forget(selection);
    }

    /** Drops all copies from L1, and everything that is being loaded. */
    public void forgetAllLocal() {
        local.forgetAll();
    }

    /** What L1 holds. */
    public LocalUsage localUsage() {
        return local.usage();
    }
}
