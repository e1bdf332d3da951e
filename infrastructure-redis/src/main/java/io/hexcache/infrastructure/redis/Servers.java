package io.hexcache.infrastructure.redis;

import java.util.function.Supplier;

/**
 * The servers of a topology.
 *
 * @param channel for the bus on Pub/Sub
 * @param stream for each bus on a stream
 */
record Servers(RedisNodes nodes, BusChannel channel, Supplier<StreamRoute> stream) {

    static Servers of(NodeMaker maker, StoreWatchers watchers, Keyspace keyspace) {
        return switch (maker.settings().uri().topology()) {
            case RedisTopology.Standalone(var server) -> {
                RedisNode node = maker.node(new FixedDestination(server), new StoreIdentity(watchers));
                yield one(node, node.dialer(), keyspace);
            }
            case RedisTopology.Sentinel sentinel -> {
                RedisNode primary = maker.node(new SentinelDestination(new SentinelQuery(maker.connector()), sentinel,
                        maker.settings().timeouts(), maker.ticker()), new StoreIdentity(watchers));
                yield one(new SentinelNodes(primary, maker), primary.dialer(), keyspace);
            }
            case RedisTopology.Cluster cluster -> {
                ClusterMap map = new ClusterMap(maker, cluster, watchers);
                yield new Servers(new ClusterNodes(map, maker), new ShardedChannel(map, keyspace),
                        () -> new ClusterStreamRoute(map, keyspace));
            }
        };
    }

    private static Servers one(RedisNodes nodes, Dialer dialer, Keyspace keyspace) {
        return new Servers(nodes, new ClassicChannel(dialer, keyspace), () -> new FixedStreamRoute(dialer, keyspace));
    }
}
