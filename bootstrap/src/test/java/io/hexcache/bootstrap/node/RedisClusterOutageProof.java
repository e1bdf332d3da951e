package io.hexcache.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisCluster;
import io.hexcache.contract.server.RedisProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on a cluster that changes while they are read from: no reader fails, and none reads an older value. */
@RealRedis
@Timeout(120)
class RedisClusterOutageProof {

    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final String PREFIX = "outage";

    private static TestNodes nodes(RedisCluster cluster, Path folder) {
        return TestNodes.in(folder).with("HEXCACHE_REDIS_URL", cluster.uri()).with("HEXCACHE_REDIS_KEY_PREFIX",
                PREFIX);
    }

    private static void awaitFreshOn(NodeClient client, String name) {
        await().atMost(Duration.ofSeconds(10)).until(() -> client.product(7).name().equals(name));
        assertThat(client.product(7).name()).isEqualTo(name);
    }

    private static void awaitHealthy(NodeClient client) {
        await().atMost(RECOVERY)
                .until(() -> client.get("/v1/health").body().path("components").path("l2").path("detail")
                        .asString().contains("0 changes deferred"));
        await().atMost(RECOVERY).until(() -> client.get("/v1/health").body().path("components").path("bus").path("up")
                .asBoolean());
        await().atMost(RECOVERY).untilAsserted(() -> assertThat(client.product(8).cache()).isEqualTo("HIT-L1"));
    }

    @Test
    void slotsMoveUnderLoad_everyReadIsAnswered_andEveryWriteIsFresh(RedisCluster cluster, @TempDir Path folder) {
        TestNodes nodes = nodes(cluster, folder);
        try (Node one = nodes.start();
                Node two = nodes.start();
                NodeClient writer = new NodeClient(one);
                NodeClient reader = new NodeClient(two);
                ProductReaders readers = ProductReaders.start(two)) {
            readers.awaitMore(200);
            int round = 0;
            for (String tag : Stream.of("catalog.product:7:v0", "register", "catalog.product:8:v0").toList()) {
                int slot = cluster.slot("{" + tag + "}");
                RedisProcess from = cluster.primaryOf(slot);
                RedisProcess to = cluster.primaries().stream().filter(primary -> primary != from).findFirst()
                        .orElseThrow();
                cluster.beginMove(slot, from, to);
                rename(writer, reader, "Begun " + round);
                cluster.moveKeys(slot, from, to);
                rename(writer, reader, "Moved " + round);
                cluster.endMove(slot, from, to);
                rename(writer, reader, "Arrived " + round);
                readers.awaitMore(50);
                round++;
            }
            awaitHealthy(reader);
            rename(writer, reader, "At Last");

            assertThat(readers.failures()).isEmpty();
        }
    }

    private static void rename(NodeClient writer, NodeClient reader, String name) {
        assertThat(writer.rename(7, name).status()).isEqualTo(200);
        assertThat(writer.product(7).name()).isEqualTo(name);
        awaitFreshOn(reader, name);
    }

    @Test
    void primariesAreKilledUnderLoad_everyReadIsAnswered_andTheirReplicasAreUsed(RedisCluster cluster,
            @TempDir Path folder) {
        TestNodes nodes = nodes(cluster, folder);
        try (Node one = nodes.start();
                Node two = nodes.start();
                NodeClient writer = new NodeClient(one);
                NodeClient reader = new NodeClient(two);
                ProductReaders readers = ProductReaders.start(two)) {
            readers.awaitMore(200);
            int slot = cluster.slot("{register}");
            RedisProcess earlier = cluster.primaryOf(slot);

            earlier.kill();
            rename(writer, reader, "Written Meanwhile");
            cluster.awaitSuccessor(slot, earlier);
            awaitHealthy(writer);
            awaitHealthy(reader);
            rename(writer, reader, "Written Later");
            readers.awaitMore(200);

            assertThat(readers.failures()).isEmpty();
        }
    }
}
