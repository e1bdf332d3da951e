package io.hexcache.domain.tier;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.tier.RemoteBatchWriter.Ready;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes of many entries into the two levels of one namespace, each step in one round trip to L2. */
public final class BatchWriteLevels<V> {

    private final LocalTier<V> local;
    private final RemoteBatchWriter<V> writer;
    private final NodeState node;

    BatchWriteLevels(LocalTier<V> local, RemoteBatchWriter<V> writer, NodeState node) {
        this.local = local;
        this.writer = writer;
        this.node = node;
    }

    /** An entry and where it goes. */
    public record Aimed<V>(CacheEntry<V> entry, WriteTarget target) {}

    /**
     * Stores entries that no source stands behind, first in L2, then in L1.
     *
     * @return why some of them cannot be written; nothing has changed of those
     * @throws CacheException if L2 fails; it may hold some of the entries then
     */
    public Map<CacheKey, CacheException> set(Collection<Aimed<V>> entries) {
        Map<CacheKey, CacheException> refused = new LinkedHashMap<>();
        List<Prepared<V>> prepared = prepare(entries, Optional.empty(), refused);
        long askedAt = node.ticker().read();
        writer.set(remote(prepared));
        prepared.forEach(one -> local.change(one.ticket(), one.ready().sized(), askedAt, one.target()));
        return refused;
    }

    /**
     * Begins the writes of these keys, before the source is changed.
     *
     * @throws CacheException if L2 or the register does not confirm it
     */
    public BatchWriting begin(Set<CacheKey> keys) {
        long stamp = node.stamps().beforeRead();
        return new BatchWriting(keys, writer.begin(keys), stamp);
    }

    /**
     * Ends writes with what the source holds now: L2 first, then L1.
     *
     * @param entries what has none is ended with nothing
     * @return whether L2 has confirmed that it holds nothing older of any of the keys
     */
    public boolean end(BatchWriting writing, Collection<Aimed<V>> entries) {
        List<Prepared<V>> prepared = prepare(entries, Optional.of(writing.token()), new LinkedHashMap<>());
        long askedAt = node.ticker().read();
        List<Ready<V>> toStore = remote(prepared);
        Optional<Set<CacheKey>> stored = writer.put(toStore);
        Set<CacheKey> rest = new HashSet<>(writing.keys());
        toStore.forEach(ready -> rest.remove(ready.entry().key()));
        boolean restGone = writer.abandon(rest, writing.token());
        Set<String> others = writing.keys().stream().map(CacheKey::identifier).collect(Collectors.toSet());
        for (Prepared<V> one : prepared) {
            boolean confirmed = one.target() == WriteTarget.L1_ONLY ? restGone
                    : stored.filter(keys -> keys.contains(one.ready().entry().key())).isPresent();
            if (confirmed && !node.isOvertaken(one.ready().entry())) {
                local.change(one.ticket(), one.ready().sized(), askedAt, one.target());
                others.remove(one.ticket().identifier());
            }
        }
        others.forEach(local::remove);
        return stored.isPresent() && restGone;
    }

    private record Prepared<V>(Ticket ticket, Ready<V> ready, WriteTarget target) {}

    private List<Prepared<V>> prepare(Collection<Aimed<V>> entries, Optional<Token> token,
            Map<CacheKey, CacheException> unwritable) {
        List<Prepared<V>> prepared = new ArrayList<>();
        for (Aimed<V> aimed : entries) {
            CacheKey key = aimed.entry().key();
            Ticket ticket = local.ticket(key.identifier());
            try {
                prepared.add(new Prepared<>(ticket, writer.ready(aimed.entry(), token), aimed.target()));
            } catch (CacheException refused) {
                // Not swallowed: the caller is told which, and harms no other.
                unwritable.put(key, refused);
            }
        }
        return prepared;
    }

    private static <V> List<Ready<V>> remote(List<Prepared<V>> prepared) {
        return prepared.stream().filter(one -> one.target() != WriteTarget.L1_ONLY).map(Prepared::ready).toList();
    }
}
