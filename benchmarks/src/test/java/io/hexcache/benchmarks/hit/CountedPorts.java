package io.hexcache.benchmarks.hit;

import io.hexcache.domain.NodePorts;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.port.LocalCache;
import io.hexcache.domain.port.LocalCacheFactory;
import io.hexcache.domain.tier.RemotePorts;
import java.util.concurrent.atomic.AtomicInteger;

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
        RemotePorts remote = new RemotePorts(
                new CountedStore(ports.remote().store(), others),
                new CountedTagIndex(ports.remote().tagIndex(), others),
                new CountedCodec(ports.remote().codec(), others));
        return new NodePorts(localCaches, remote, new CountedRegister(ports.register(), others),
                new CountedBus(ports.bus(), others));
    }
}
