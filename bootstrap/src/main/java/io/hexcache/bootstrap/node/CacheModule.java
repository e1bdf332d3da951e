package io.hexcache.bootstrap.node;

import dagger.Module;
import dagger.Provides;
import io.hexcache.bootstrap.configuration.KnownSettings;
import io.hexcache.bootstrap.configuration.Settings;
import io.hexcache.domain.CacheNode;
import io.hexcache.domain.Caches;
import io.hexcache.domain.NodePorts;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.load.LoadLimits;
import io.hexcache.domain.policy.Policies;
import io.hexcache.domain.port.LocalCacheFactory;
import io.hexcache.domain.port.ValueCodec;
import io.hexcache.domain.tier.RemotePorts;
import io.hexcache.domain.time.NodeRuntime;
import io.hexcache.domain.writebehind.WriteBehindPorts;
import io.hexcache.infrastructure.jackson.CodecSettings;
import io.hexcache.infrastructure.jackson.JacksonValueCodec;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.inject.Singleton;

/** The domain, on whatever is behind the memory of the process. */
@Module
final class CacheModule {

    private CacheModule() {}

    @Provides
    @Singleton
    static ValueCodec codec(Settings settings) {
        return new JacksonValueCodec(new CodecSettings(Math.toIntExact(settings.get(KnownSettings.CODEC_MAX_VALUE))));
    }

    @Provides
    @Singleton
    static CacheNode node(LocalCacheFactory localCaches, SecondTier second, ValueCodec codec, NodeRuntime runtime,
            Policies policies, WriteBehindPorts behind, Settings settings) {
        RemotePorts remote = new RemotePorts(second.store(), second.tagIndex(), codec);
        NodePorts ports = new NodePorts(localCaches, remote, second.register(), second.bus()).pulsedBy(second
                .heartbeat()).with(behind);
        LoadLimits loads = new LoadLimits(settings.get(KnownSettings.LOADS_AT_ONCE), settings.get(
                KnownSettings.LOADS_WHILE_AWAY));
        return new CacheNode(ports, runtime, origin(runtime.random()), policies::of, loads);
    }

    private static Origin origin(RandomGenerator random) {
        return Origin.next(HexFormat.of().toHexDigits(random.nextLong()), random);
    }

    @Provides
    static Caches caches(CacheNode node) {
        return node.caches();
    }

    @Provides
    @Singleton
    static Policies policies(Settings settings) {
        return settings.policies().atStart();
    }
}
