package io.hexcache.benchmarks.peers.system;

import io.hexcache.benchmarks.peers.plan.PeerSystem;

/** Knows how each system is started. */
public final class Peers {

    private Peers() {}

    /** The system, connected. */
    public static Peer connect(PeerSystem system, PeerSettings settings) {
        return switch (system) {
            case HEXCACHE -> new HexcachePeer(new HexcacheNode(settings));
            case CAFFEINE -> new CaffeinePeer(settings);
            case JEDIS -> new JedisPeer(settings);
            case LETTUCE -> new LettucePeer(LettuceLine.plain(settings.redis()), settings);
            case LETTUCE_CONSOLIDATED -> new LettucePeer(LettuceLine.consolidated(settings.redis()), settings);
            case REDISSON -> new RedissonPeer(settings);
            case JETCACHE_JEDIS -> new JetcachePeer(JetcacheRemote.onJedis(settings), settings);
            case JETCACHE_LETTUCE -> new JetcachePeer(JetcacheRemote.onLettuce(settings), settings);
            case SPRING_DATA_REDIS -> new SpringPeer(settings);
            case REDIS_BENCHMARK -> throw new IllegalArgumentException("redis-benchmark is a program of its own");
        };
    }
}
