package io.hexcache.domain.tier;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.tier.RemoteAnswer.Remaining;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Questions to L2, which all nodes share, and changes that depend on its answer. L1 is not asked, and follows. Where L2
 * or the register is away there is no answer: everything here throws {@link CacheException} then.
 */
public final class AuthoritativeLevel<V> {

    private final LocalTier<V> local;
    private final RemoteTier<V> remote;
    private final RemoteWriter<V> writer;
    private final LevelReader<V> reader;
    private final CacheStore store;
    private final NodeState node;

    AuthoritativeLevel(LocalTier<V> local, RemoteTier<V> remote, RemoteWriter<V> writer, LevelReader<V> reader) {
        this.local = local;
        this.remote = remote;
        this.writer = writer;
        this.reader = reader;
        this.store = remote.store();
        this.node = remote.node();
    }

    /** What stands there now. */
    public Standing<V> standing(CacheKey key) {
        Ticket ticket = local.ticket(key.identifier());
        node.stamps().refresh();
        long stamp = node.stamps().table().last();
        long settledBefore = remote.settledSoFar();
        Optional<StoredEntry> stored = store.get(key);
        Optional<Remaining<V>> fresh = stored.flatMap(found -> remote.judge(key, found, settledBefore)).filter(
                Remaining::isFresh);
        return new Standing<>(ticket, stamp, stored.map(StoredEntry::id), fresh.map(Remaining::entry), fresh.map(
                AuthoritativeLevel::ttl).orElse(Duration.ZERO));
    }

    private static Duration ttl(Remaining<?> remaining) {
        return remaining.life().minus(remaining.entry().provenance().staleFor());
    }

    /**
     * Puts the entry into the place of exactly what stood there, in L2 and then in L1.
     *
     * @return whether that stood there still; nothing was changed if not
     */
    public boolean replace(Standing<V> standing, CacheEntry<V> entry, WriteTarget target) {
        SetCondition condition = standing.name().<SetCondition>map(SetCondition.IfUnchanged::new)
                .orElseGet(SetCondition.IfAbsent::new);
        long askedAt = node.ticker().read();
        Optional<CacheEntry<V>> stored = writer.set(entry, condition);
        stored.ifPresent(held -> local.change(standing.ticket(), held, askedAt, target));
        return stored.isPresent();
    }

    /**
     * Gives the value that is there a new ttl from now on; the copy in L1 goes.
     *
     * @return what is left of it now, which is less than asked for while the key is being written; empty if there is no
     *         value
     */
    public Optional<Duration> expire(CacheKey key, Duration ttl) {
        Standing<V> standing = standing(key);
        if (standing.value().isEmpty()) {
            return Optional.empty();
        }
        Duration staleFor = standing.entry().map(entry -> entry.provenance().staleFor()).orElse(Duration.ZERO);
        Optional<Duration> life = store.expire(key, ttl.plus(staleFor));
        local.remove(key.identifier());
        return life.map(left -> left.minus(staleFor)).filter(Duration::isPositive);
    }

    /** Drops the copy in L1, and makes one of what L2 holds now; what that is. */
    public Lookup<V> sync(CacheKey key) {
        // Asked first, so that the copy stays where L2 does not answer.
        store.get(key);
        local.remove(key.identifier());
        return reader.findRemote(key, Promotion.INTO_L1);
    }

    /** Keys of live entries that are selected, so many at most. */
    public List<CacheKey> select(KeySelection.ByName selection, int limit) {
        return store.survey(selection, limit).sample();
    }
}
