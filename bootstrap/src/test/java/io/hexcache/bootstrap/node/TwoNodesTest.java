package io.hexcache.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RealRedis
class TwoNodesTest {

    /** The bound of the promise: what one node has acknowledged, every node knows. */
    private static final Duration BOUND = Duration.ofSeconds(1);

    private final OpenResources resources = new OpenResources();
    private NodeClient one;
    private NodeClient other;

    @BeforeEach
    void startNodes(RedisServer redis, @TempDir Path folder) {
        TestNodes nodes = TestNodes.on(redis, folder);
        one = resources.add(new NodeClient(resources.add(nodes.start())));
        other = resources.add(new NodeClient(resources.add(nodes.start())));
    }

    @AfterEach
    void stopNodes() {
        resources.close();
    }

    @Test
    void read_isMissThenL1_andL2OnTheOtherNode() {
        assertThat(one.product(1).cache()).isEqualTo("MISS");
        assertThat(one.product(1).cache()).isEqualTo("HIT-L1");
        assertThat(other.product(1).cache()).isEqualTo("HIT-L2");
        assertThat(other.product(1).cache()).isEqualTo("HIT-L1");
    }

    @Test
    void put_onOneNode_isReadOnBoth() {
        one.product(2);
        assertThat(other.product(2).cache()).isEqualTo("HIT-L2");

        assertThat(one.rename(2, "Renamed Kettle").status()).isEqualTo(200);

        assertThat(one.product(2).name()).isEqualTo("Renamed Kettle");
        await().atMost(BOUND).untilAsserted(() -> assertThat(other.product(2).name()).isEqualTo("Renamed Kettle"));
    }

    @Test
    void put_intoAnotherCategory_isInTheListsOfTheOtherNode() {
        String category = one.product(3).body().path("category").asString();
        other.get("/v1/products?category=" + category);

        assertThat(one.rename(3, "A Listed Name").status()).isEqualTo(200);

        await().atMost(BOUND).untilAsserted(() -> assertThat(other.get("/v1/products?category=" + category).body()
                .toString()).contains("A Listed Name"));
    }

    @Test
    void invalidationByTag_saysItsCount_andIsSeenOnTheOtherNode() {
        for (String id : new String[]{"a", "b", "c"}) {
            one.put("/v1/caches/scratch/entries/" + id, "{\"value\":1,\"tags\":[\"colour\"]}");
            other.get("/v1/caches/scratch/entries/" + id);
        }
        one.put("/v1/caches/scratch/entries/d", "{\"value\":1}");

        assertThat(one.post("/v1/invalidations", "{\"tags\":[\"colour\"]}").body().path("removed").asInt())
                .isEqualTo(3);

        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(other.get("/v1/caches/scratch/entries/a").status()).isEqualTo(
                        404));
        assertThat(other.get("/v1/caches/scratch/entries/d").status()).isEqualTo(200);
    }
}
