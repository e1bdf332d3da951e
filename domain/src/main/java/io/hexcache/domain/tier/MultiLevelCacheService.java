package io.hexcache.domain.tier;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.hotkey.HotKeys;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.policy.KeyUse;
import io.hexcache.domain.port.LocalUsage;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.scope.LoadScope;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.statistics.NamespaceStatistics;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The two levels of one namespace as one: looks into L1, then L2, promotes what it finds there, and stores what was
 * loaded, each step under the ticket (L1), the stamp (both) and the lease (L2) that were taken before anything was
 * read.
 */
public final class MultiLevelCacheService<V> {

    private final LocalTier<V> local;
    private final RemoteWriter<V> writer;
    private final NodeState node;
    private final NamespaceStatistics statistics;
    private final BehindLevel<V> behind;
    private final LevelReader<V> reader;
    private final BatchLevels<V> batches;
    private final BatchWriteLevels<V> batchWrites;
    private final AuthoritativeLevel<V> authority;
    private final KeptCopies<V> kept;

    MultiLevelCacheService(LocalTier<V> local, RemoteTier<V> remote, RemoteWriter<V> writer, NodeState node,
            NamespaceStatistics statistics) {
        this.local = local;
        this.behind = new BehindLevel<>(node, remote, writer);
        this.reader = new LevelReader<>(local, remote, node, statistics, behind);
        this.batches = new BatchLevels<>(reader, local, remote.batch(), writer.batch());
        this.batchWrites = new BatchWriteLevels<>(local, writer.batch(), node);
        this.authority = new AuthoritativeLevel<>(local, remote, writer, reader);
        this.kept = new KeptCopies<>(local, reader);
        this.writer = writer;
        this.node = node;
        this.statistics = statistics;
    }

    /**
     * What L1 holds and may serve as fresh: the path of a hit.
     *
     * @param onAttention is told of a copy that is served and due to be refreshed or prolonged
     */
    public Optional<LocalEntry<V>> findLocal(String identifier, Consumer<LocalEntry<V>> onAttention) {
        return counted(local.find(identifier, onAttention));
    }

    /** As {@link #findLocal}, for a load: what is answered goes into what it makes. */
    public Optional<LocalEntry<V>> findLocal(String identifier, Consumer<LocalEntry<V>> onAttention, LoadScope load) {
        return counted(local.find(identifier, onAttention, load));
    }

    private Optional<LocalEntry<V>> counted(Optional<LocalEntry<V>> served) {
        if (served.isPresent()) {
            statistics.count(CacheEvent.L1_HIT);
        }
        return served;
    }

    /** What may be served instead of a load. */
    public KeptCopies<V> kept() {
        return kept;
    }

    /** Calls a loader within the bounds of the node; those of an outage, if what it loads cannot be stored. */
    public <T> T load(CacheKey key, ReadAnswer.Load<V> right, Supplier<T> loader) {
        return right.lease().isPresent() ? node.loads().call(key, loader) : node.loads().callWhileAway(key, loader);
    }

    /** Writes that wait for the source. */
    public BehindLevel<V> behind() {
        return behind;
    }

    /** Writes of many entries at once. */
    public BatchWriteLevels<V> batchWrites() {
        return batchWrites;
    }

    /** L2 alone, for questions to it and changes that depend on the answer. */
    public AuthoritativeLevel<V> authority() {
        return authority;
    }

    /** The same for many keys at once. */
    public BatchLevels<V> batches() {
        return batches;
    }

    /** What L2 holds, fresh or else a miss; never loads, never takes a lease. */
    public Lookup<V> findRemote(CacheKey key) {
        return findRemote(key, Promotion.INTO_L1);
    }

    /** As {@link #findRemote(CacheKey)}. */
    public Lookup<V> findRemote(CacheKey key, Promotion promotion) {
        return reader.findRemote(key, promotion);
    }

    /**
     * What L2 holds, or the right to load.
     *
     * @param leaseBelow an entry that lives no longer than this is to be replaced
     */
    public ReadAnswer<V> request(CacheKey key, Duration leaseBelow, Promotion promotion) {
        return reader.request(key, leaseBelow, promotion);
    }

    /** Stores what was loaded, in both tiers, as far as nothing has changed since the right to load was given. */
    public void store(ReadAnswer.Load<V> load, CacheEntry<V> loaded) {
        load.lease().ifPresent(lease -> {
            long askedAt = node.ticker().read();
            writer.fill(loaded, lease).ifPresent(stored -> local.replace(load.before().ticket(), stored, askedAt));
        });
    }

    /** Gives the right to load back after a load that failed. */
    public void release(CacheKey key, ReadAnswer.Load<V> load) {
        load.lease().ifPresent(lease -> writer.release(key, lease));
    }

    /**
     * Begins the life of a key anew that was read from L1, in both tiers. What L2 holds goes into L1 then, since it may
     * be newer than the copy that was read.
     */
    public void prolong(LocalEntry<V> copy) {
        reader.prolong(copy.entry().key());
    }

    /**
     * Begins a write, before the source is changed.
     *
     * @throws CacheException if L2 or the register does not confirm it
     */
    public Writing beginWrite(CacheKey key) {
        long stamp = node.stamps().beforeRead();
        Set<CacheKey> keys = key.neighbours();
        return new Writing(key, keys, writer.begin(keys), stamp);
    }

    /**
     * Ends a write with what the source holds now: L2 first, then L1.
     *
     * @return whether L2 has confirmed that it holds nothing older
     */
    public boolean endWrite(Writing writing, CacheEntry<V> entry, WriteTarget target) {
        Ticket ticket = local.ticket(writing.key().identifier());
        long askedAt = node.ticker().read();
        if (target == WriteTarget.L1_ONLY) {
            boolean gone = writer.abandon(writing.keys(), writing.token());
            if (node.isOvertaken(entry)) {
                local.remove(writing.key().identifier());
            } else {
                local.change(ticket, writer.measure(entry), askedAt);
            }
            return gone;
        }
        RemoteWriter.Outcome<V> outcome = writer.put(entry, writing.token());
        boolean othersGone = writer.abandon(writing.otherVersions(), writing.token());
        switch (outcome) {
            case RemoteWriter.Outcome.Stored<V>(CacheEntry<V> stored) when !node.isOvertaken(stored) ->
                    local.change(ticket, stored, askedAt, target);
            case RemoteWriter.Outcome<V> _ -> local.remove(writing.key().identifier());
        }
        return othersGone && !(outcome instanceof RemoteWriter.Outcome.Unknown<V>);
    }

    /**
     * Stores an entry that no source stands behind, first in L2, then in L1.
     *
     * @throws CacheException if L2 fails; it does not hold the entry then
     */
    public void set(CacheEntry<V> entry, WriteTarget target) {
        Ticket ticket = local.ticket(entry.key().identifier());
        long askedAt = node.ticker().read();
        CacheEntry<V> held = target == WriteTarget.L1_ONLY ? writer.measure(entry)
                : writer.set(entry, new SetCondition.Always()).orElseThrow();
        local.change(ticket, held, askedAt, target);
    }

    /**
     * The stamp of an entry that is made now, of nothing that was read before. Asks the register, lest an entry that is
     * written behind an invalidation is taken for one that was made before it.
     */
    public long stampNow() {
        node.stamps().refresh();
        return node.stamps().table().last();
    }

    /** Whether something that was begun at this reading of the ticker may be answered to who asks now. */
    public boolean mayServe(long begun) {
        return node.trust().mayServe(begun, node.ticker().read());
    }

    /** Counts something that happened elsewhere. */
    public void count(CacheEvent event) {
        statistics.count(event);
    }

    /** The counters of the namespace. */
    public NamespaceStatistics statistics() {
        return statistics;
    }

    /** Whether the key was read often lately. */
    public boolean isHot(CacheKey key) {
        return local.uses().isHot(key.identifier());
    }

    /** The keys that were read most often lately; at most so many. */
    public HotKeys hotKeys(int most) {
        return local.uses().hottest(most);
    }

    /** How often the key was used lately. */
    public KeyUse useOf(CacheKey key) {
        return local.uses().of(key.identifier());
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
