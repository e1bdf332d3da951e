package io.hexcache.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.domain.Cache;
import io.hexcache.domain.strategy.CacheDefinition;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache that has lost everything, with five times the demand that its source can take. */
@RealRedis
class ColdCacheMeasurement {

    private static final int KEYS = 500;
    private static final int WIDTH = 25;

    /** Less than the figure that the long form holds to, since this one runs beside others. */
    private static final double GOODPUT = 0.6;

    @Test
    void everythingLost_theSourceWorksAtItsCapacity_andTheCacheFills(RedisProcess redis, @TempDir Path folder) {
        double goodput = goodput(redis, folder, KEYS);
        assertThat(goodput).isGreaterThan(GOODPUT);
    }

    /** Which part of what the source can do it did for the readers, until all keys were cached again. */
    static double goodput(RedisProcess redis, Path folder, int keys) {
        SlowSource source = new SlowSource(WIDTH, Duration.ofMillis(100));
        TestNodes nodes = TestNodes.on(redis, folder).with("HEXCACHE_LOADS_AT_ONCE", Integer.toString(WIDTH)).with(
                "HEXCACHE_DEFAULTS_L1_MAX_ENTRIES", "0");
        try (OpenGraph graph = OpenGraph.start(nodes.settings())) {
            Cache<String> rows = graph.node().caches().declare(CacheDefinition.of("storm.rows", String.class));
            rows.getOrLoad("warm-up", source::find);
            redis.command("FLUSHALL");
            int before = source.rows();
            try (Storm storm = new Storm(rows, source::find, keys)) {
                long begun = System.nanoTime();
                storm.blow(5 * source.capacity());
                // From then on so much is cached again that less comes through than the source can do.
                int most = keys * 3 / 4;
                awaitRows(source, before + most);
                double seconds = (System.nanoTime() - begun) / 1e9;
                double goodput = most / seconds / source.capacity();
                System.out.printf("cold cache: %d keys in %.1f s, goodput %.0f %% of %.0f/s; %d answered, %d refused%n",
                        most, seconds, 100 * goodput, source.capacity(), storm.answered(), storm.refused());
                awaitRows(source, before + keys);
                int refused = storm.refused();
                assertThat(refused).as("demand is above what the source can do").isPositive();
                int answered = storm.answered();
                int loaded = source.answered();
                await().atMost(Duration.ofSeconds(10)).until(() -> storm.answered() > answered + 2 * keys);
                assertThat(storm.failures()).isEmpty();
                assertThat(source.answered() - loaded).as("loads, once all is cached").isLessThan(keys / 10);
                return goodput;
            }
        }
    }

    private static void awaitRows(SlowSource source, int rows) {
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(10)).until(() -> source.rows() >= rows);
    }
}
