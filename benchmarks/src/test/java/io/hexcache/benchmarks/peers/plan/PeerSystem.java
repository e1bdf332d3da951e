package io.hexcache.benchmarks.peers.plan;

import java.util.List;
import java.util.stream.Stream;

/** One of the systems that are measured side by side. */
public enum PeerSystem {

    /** This cache: a whole node. */
    HEXCACHE("hexcache"),

    /** The memory of the process alone. */
    CAFFEINE("caffeine"),

    /** Jedis with its pool of connections; where it has to be a cache, one written by hand on it. */
    JEDIS("jedis", true),

    /** Lettuce on one connection; where it has to be a cache, one written by hand on it. */
    LETTUCE("lettuce"),

    /** Lettuce that gathers what it writes into fewer system calls. */
    LETTUCE_CONSOLIDATED("lettuce-consolidated"),

    /** Redisson: buckets, its map with a local cache, its locks. */
    REDISSON("redisson", true),

    /** JetCache on Jedis. */
    JETCACHE_JEDIS("jetcache-jedis", true),

    /** JetCache on Lettuce. */
    JETCACHE_LETTUCE("jetcache-lettuce"),

    /** Spring's cache on Spring Data Redis, with its default driver, Lettuce. */
    SPRING_DATA_REDIS("spring-data-redis"),

    /** Redis's own load generator, with 16 commands in each pipeline: what the server can do. */
    REDIS_BENCHMARK("redis-benchmark");

    private final String id;
    private final boolean pooled;

    PeerSystem(String id) {
        this(id, false);
    }

    PeerSystem(String id, boolean pooled) {
        this.id = id;
        this.pooled = pooled;
    }

    /** Its name in reports and on the command line. */
    public String id() {
        return id;
    }

    /** One for each size of its pool; the best of them counts. */
    public List<Contestant> contestants() {
        return pooled ? Stream.of(8, 16, 64).map(size -> new Contestant(this, size)).toList()
                : List.of(new Contestant(this, 0));
    }
}
