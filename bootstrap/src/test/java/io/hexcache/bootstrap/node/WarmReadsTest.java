package io.hexcache.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RealRedis
class WarmReadsTest {

    private static final int READS = 100;
    /** What the beats of a node run, a few times a second whatever is read. No read of an entry does without others. */
    private static final Set<String> OF_BEATS = Set.of("evalsha", "time", "hget", "hgetall", "hmget", "hset", "hdel",
            "persist",
            "zcard", "zrangebyscore");

    @Test
    void hundredWarmReads_causeNoCommandAndNoStatement(RedisServer redis, @TempDir Path folder) {
        CountingDataSources database = new CountingDataSources();
        try (Node node = Node.start(TestNodes.on(redis, folder).settings(), database::around);
                NodeClient client = new NodeClient(node)) {
            long unused = database.connections();
            assertThat(client.product(1).cache()).isEqualTo("MISS");
            // The counters count: the cold read needed the database.
            assertThat(database.connections()).isGreaterThan(unused);
            Map<String, Long> commands = commands(redis);
            long scripts = scripts(redis);
            long connections = database.connections();

            for (int read = 0; read < READS; read++) {
                assertThat(client.product(1).cache()).isEqualTo("HIT-L1");
            }

            assertThat(commands(redis)).isEqualTo(commands);
            assertThat(scripts(redis) - scripts).as("scripts, which beats run, yet no read").isLessThan(READS);
            assertThat(database.connections()).isEqualTo(connections);
        }
    }

    private static long scripts(RedisServer redis) {
        return redis.commandCounts().getOrDefault("evalsha", 0L);
    }

    /**
     * Without the beats, the ping with which the node's ear on the bus asks for a sign of life once a second, and what
     * the counting itself needs.
     */
    private static Map<String, Long> commands(RedisServer redis) {
        Map<String, Long> counts = new HashMap<>(redis.commandCounts());
        counts.keySet().removeAll(OF_BEATS);
        counts.keySet().removeAll(Set.of("ping", "info", "hello"));
        return counts;
    }

    @Test
    void aColdRead_causesCommands(RedisServer redis, @TempDir Path folder) {
        try (Node node = TestNodes.on(redis, folder).start(); NodeClient client = new NodeClient(node)) {
            Map<String, Long> commands = commands(redis);

            client.product(1);

            assertThat(commands(redis)).isNotEqualTo(commands);
        }
    }
}
