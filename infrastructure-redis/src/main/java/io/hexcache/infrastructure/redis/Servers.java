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
            case RedisTopology.Standalone(var server) -> one(maker, new FixedDestination(server), watchers, keyspace);
            case RedisTopology.Sentinel sentinel -> one(maker, new SentinelDestination(new SentinelQuery(maker
                    .connector()), sentinel, maker.settings().timeouts(), maker.ticker()), watchers, keyspace);
            case RedisTopology.Cluster cluster -> {
                ClusterMap map = new ClusterMap(maker, cluster, watchers);
                yield new Servers(new ClusterNodes(map, maker), new ShardedChannel(map, keyspace),
                        () -> new ClusterStreamRoute(map, keyspace));
            }
        };
    }

    private static Servers one(NodeMaker maker, Destination destination, StoreWatchers watchers, Keyspace keyspace) {
        RedisNode node = maker.node(destination, new StoreIdentity(watchers));
        return new Servers(node, new ClassicChannel(node.dialer(), keyspace),
                () -> new FixedStreamRoute(node.dialer(), keyspace));
    }
}
