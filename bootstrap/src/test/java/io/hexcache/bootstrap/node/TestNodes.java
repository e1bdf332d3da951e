package io.hexcache.bootstrap.node;

import io.hexcache.bootstrap.configuration.ConfigurationSources;
import io.hexcache.bootstrap.configuration.Settings;
import io.hexcache.contract.server.RedisServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Settings of nodes that share a database, and a Redis if there is one, with nobody else. */
public final class TestNodes {

    private final Map<String, String> environment = new HashMap<>();
    private final AtomicInteger nodes = new AtomicInteger();
    private final Path folder;

    private TestNodes(Path folder) {
        this.folder = folder;
        environment.put("HEXCACHE_PORT", "0");
        environment.put("HEXCACHE_DB", folder.resolve("catalog.db").toString());
        // Readers of tests read as fast as they can, and their source can do that.
        environment.put("HEXCACHE_LOADS_PER_SECOND_WHILE_AWAY", "1000000");
    }

    /** Nodes without Redis. */
    public static TestNodes in(Path folder) {
        return new TestNodes(folder);
    }

    /** Nodes on this server, under a key prefix of their own. */
    public static TestNodes on(RedisServer redis, Path folder) {
        return in(folder).with("HEXCACHE_REDIS_URL", redis.uri()).with("HEXCACHE_REDIS_KEY_PREFIX", UUID.randomUUID()
                .toString());
    }

    TestNodes with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** The settings of one of them, which keeps its journal in a folder of its own, unless one was named. */
    public Settings settings() {
        Map<String, String> own = new HashMap<>(environment);
        own.putIfAbsent("HEXCACHE_DATA_DIR", folder.resolve("node-" + nodes.incrementAndGet()).toString());
        return new ConfigurationSources(Optional.empty(), own, List.of()).load();
    }

    Node start() {
        return Node.start(settings());
    }
}
