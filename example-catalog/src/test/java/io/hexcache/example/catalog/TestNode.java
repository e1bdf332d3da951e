package io.hexcache.example.catalog;

import io.hexcache.domain.Caches;
import io.hexcache.domain.invalidation.CacheInvalidationService;
import io.hexcache.domain.invalidation.DeferredInvalidations;
import io.hexcache.domain.invalidation.LocalTrust;
import io.hexcache.domain.invalidation.Regions;
import io.hexcache.domain.invalidation.RemoteEntries;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.tier.RemotePorts;
import io.hexcache.domain.tier.TierFactory;
import io.hexcache.infrastructure.jackson.JacksonValueCodec;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/** Wires the caches of a node on adapters in memory, whose clock stands still: nothing expires. */
public final class TestNode {

    private TestNode() {}

    /** The caches of a node that shares its L2 and its bus with others. */
    public static Caches caches(MemoryAdapters memory, InvalidationBus bus) {
        Regions regions = new Regions();
        LocalTrust trust = new LocalTrust();
        DeferredInvalidations deferred = new DeferredInvalidations();
        TierFactory tiers = new TierFactory(memory.localCaches(), new RemotePorts(memory.store(), memory.tagIndex(),
                new JacksonValueCodec()), new TierFactory.NodeState(trust, deferred), () -> 0, new SecureRandom());
        CacheInvalidationService invalidation = new CacheInvalidationService(new RemoteEntries(memory.store(), memory
                .tagIndex()), bus, regions, deferred);
        bus.subscribe(invalidation.listener(trust));
        return new Caches(tiers, invalidation, regions, InstantSource.fixed(Instant.EPOCH),
                namespace -> NamespacePolicy.DEFAULT);
    }
}
