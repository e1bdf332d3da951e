package io.hexcache.domain.tier;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.Durability;
import io.hexcache.domain.policy.Urgency;
import io.hexcache.domain.writebehind.RecordTarget;
import io.hexcache.domain.writebehind.WriteBehindService;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The writes of one namespace that wait for the source. For this node they are above L2, which others may have filled
 * from the source meanwhile.
 */
public final class BehindLevel<V> {

    private final NodeState node;
    private final RemoteTier<V> remote;
    private final RemoteWriter<V> writer;

    BehindLevel(NodeState node, RemoteTier<V> remote, RemoteWriter<V> writer) {
        this.node = node;
        this.remote = remote;
        this.writer = writer;
    }

    /** The entry that was written last and waits; empty if none does, or it cannot be read any more. */
    Optional<CacheEntry<V>> find(CacheKey key) {
        return node.behind().flatMap(service -> service.find(key)).flatMap(payload -> read(key, payload));
    }

    /** The entry that was accepted as these bytes; empty if its shape is not that of today's values. */
    public Optional<CacheEntry<V>> read(CacheKey key, byte[] payload) {
        return remote.read(key, payload);
    }

    /**
     * Has the write wait, and returns when it is acknowledged.
     *
     * @throws CacheConfigurationException if this node cannot write behind
     * @throws io.hexcache.domain.error.CacheException if it is not acknowledged
     */
    public void accept(CacheEntry<V> entry, Durability durability, Optional<Urgency> urgency) {
        WriteBehindService service = node.behind().orElseThrow(() -> new CacheConfigurationException(("%s cannot be"
                + " written %s: this node was made without a journal. Write it IMMEDIATE").formatted(entry.key(),
                        durability)));
        service.accept(entry.key(), writer.encode(entry), durability, urgency);
    }

    /** Runs a change of the source that goes past the writes that wait. */
    public <T> T direct(CacheKey key, Supplier<T> change) {
        return node.behind().isEmpty() ? change.get() : node.behind().get().direct(key, change);
    }

    /** The stamp of an entry that is made now, as far as this node knows without asking. */
    public long stamp() {
        return node.stamps().table().last();
    }

    /** Writes of the namespace that have waited go there. */
    public void drainTo(Namespace namespace, RecordTarget target) {
        node.behind().ifPresent(service -> service.add(namespace, target));
    }
}
