package io.hexcache.benchmarks.hit;

import io.hexcache.domain.NodePorts;
import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.port.LocalCache;
import io.hexcache.domain.port.LocalCacheFactory;
import io.hexcache.domain.port.LocalUsage;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.port.ValueCodec;
import io.hexcache.domain.tier.RemotePorts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Ports that count their calls. */
final class CountedPorts {

    private CountedPorts() {}

    /** The same ports: looks into L1 are counted apart from all other calls. */
    static NodePorts around(NodePorts ports, AtomicInteger localGets, AtomicInteger others) {
        LocalCacheFactory localCaches = new LocalCacheFactory() {

            @Override
            public <V> LocalCache<V> create(LocalLimits limits) {
                return new CountedCache<>(ports.localCaches().create(limits), localGets, others);
            }
        };
        RemotePorts remote = ports.remote();
        return new NodePorts(localCaches, new RemotePorts(counted(CacheStore.class, remote.store(), others), counted(
                TagIndex.class, remote.tagIndex(), others), counted(ValueCodec.class, remote.codec(), others)), counted(
                        StampRegister.class, ports.register(), others),
                counted(InvalidationBus.class, ports.bus(), others));
    }

    /** The ports behind L1 are wide, and here only the number of calls matters: one proxy counts for all of them. */
    private static <T> T counted(Class<T> port, T target, AtomicInteger calls) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (proxy, method, arguments) -> {
                    calls.incrementAndGet();
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    private record CountedCache<V>(LocalCache<V> cache, AtomicInteger gets, AtomicInteger others)
            implements
            LocalCache<V> {

        @Override
        public Optional<LocalEntry<V>> get(String identifier) {
            gets.incrementAndGet();
            return cache.get(identifier);
        }

        @Override
        public boolean putIf(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
            others.incrementAndGet();
            return cache.putIf(identifier, entry, condition);
        }

        @Override
        public boolean putOrRemove(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
            others.incrementAndGet();
            return cache.putOrRemove(identifier, entry, condition);
        }

        @Override
        public void remove(String identifier) {
            others.incrementAndGet();
            cache.remove(identifier);
        }

        @Override
        public void removeIf(Predicate<LocalEntry<V>> matches) {
            others.incrementAndGet();
            cache.removeIf(matches);
        }

        @Override
        public LocalUsage usage() {
            others.incrementAndGet();
            return cache.usage();
        }
    }
}
