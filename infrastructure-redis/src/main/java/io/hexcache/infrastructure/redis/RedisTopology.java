package io.hexcache.infrastructure.redis;

import java.util.List;
import java.util.stream.Collectors;

/** How the servers behind an address belong together. The text of each is how messages name it. */
public sealed interface RedisTopology {

    /** One server, which is the primary. */
    record Standalone(RedisAddress server) implements RedisTopology {

        @Override
        public String toString() {
            return server.toString();
        }
    }

    /**
     * One primary and its replicas, watched by sentinels, which say where the primary is.
     *
     * @param name what the sentinels call the primary
     * @param credentials what the sentinels themselves ask for
     */
    record Sentinel(List<RedisAddress> sentinels, String name, RedisCredentials credentials)
            implements RedisTopology {

        /** Copies what can change. */
        public Sentinel {
            sentinels = List.copyOf(sentinels);
        }

        @Override
        public String toString() {
            return joined(sentinels) + "/" + name;
        }
    }

    /**
     * Several primaries that share the keys, and their replicas.
     *
     * @param members some of them, which know the others
     */
    record Cluster(List<RedisAddress> members) implements RedisTopology {

        /** Copies what can change. */
        public Cluster {
            members = List.copyOf(members);
        }

        @Override
        public String toString() {
            return joined(members);
        }
    }

    private static String joined(List<RedisAddress> addresses) {
        return addresses.stream().map(RedisAddress::toString).collect(Collectors.joining(","));
    }
}
