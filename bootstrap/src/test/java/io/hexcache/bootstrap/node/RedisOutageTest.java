package io.hexcache.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.contract.server.RedisSentinels;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@RealRedis
class RedisOutageTest {

    private static final Duration RECOVERY = Duration.ofSeconds(20);

    @Test
    void redisKilledAndRestartedUnderLoad_everyReadIsAnswered_andAWriteIsFresh(RedisProcess redis,
            @TempDir Path folder) {
        try (Node node = TestNodes.on(redis, folder).start();
                NodeClient client = new NodeClient(node);
                ProductReaders readers = ProductReaders.start(node)) {
            readers.awaitMore(200);

            redis.kill();
            readers.awaitMore(200);
            assertThat(client.rename(7, "Written Meanwhile").status()).isEqualTo(200);
            assertThat(client.product(7).name()).isEqualTo("Written Meanwhile");
            readers.awaitMore(200);

            redis.restart();
            assertThat(client.product(7).name()).isEqualTo("Written Meanwhile");
            await().atMost(RECOVERY).untilAsserted(() -> assertThat(client.product(8).cache()).isEqualTo("HIT-L1"));
            assertThat(client.product(7).name()).isEqualTo("Written Meanwhile");
            readers.awaitMore(200);

            assertThat(readers.failures()).isEmpty();
        }
    }

    @Test
    void redisRestartsWithWhatItHeldBeforeAWriteInTheOutage_theWriteIsStillFresh(RedisProcess redis,
            @TempDir Path folder) {
        try (Node node = TestNodes.on(redis, folder).start(); NodeClient client = new NodeClient(node)) {
            client.product(7);
            redis.save();
            redis.kill();
            assertThat(client.rename(7, "Written Meanwhile").status()).isEqualTo(200);

            redis.restart();

            await().atMost(RECOVERY).until(() -> component(client, "l2").path("up").asBoolean());
            assertThat(client.product(7).name()).isEqualTo("Written Meanwhile");
            await().atMost(RECOVERY)
                    .untilAsserted(() -> assertThat(component(client, "l2").path("detail").asString()).contains(
                            "0 changes deferred"));
            assertThat(client.product(7).name()).isEqualTo("Written Meanwhile");
        }
    }

    @Test
    void primaryOfSentinelsKilledUnderLoad_everyReadIsAnswered_andItsSuccessorIsUsed(RedisSentinels group,
            @TempDir Path folder) {
        RedisProcess primary = group.primary();
        try (Node node = TestNodes.in(folder).with("HEXCACHE_REDIS_URL", group.uri()).start();
                NodeClient client = new NodeClient(node);
                ProductReaders readers = ProductReaders.start(node)) {
            readers.awaitMore(200);

            primary.kill();
            assertThat(client.rename(7, "Written Meanwhile").status()).isEqualTo(200);
            assertThat(client.product(7).name()).isEqualTo("Written Meanwhile");
            group.awaitSuccessor(primary);
            await().atMost(RECOVERY).until(() -> component(client, "l2").path("up").asBoolean());
            await().atMost(RECOVERY).untilAsserted(() -> assertThat(component(client, "l2").path("detail").asString())
                    .contains("127.0.0.1").contains("0 changes deferred"));
            await().atMost(RECOVERY).untilAsserted(() -> assertThat(client.product(8).cache()).isEqualTo("HIT-L1"));
            assertThat(client.product(7).name()).isEqualTo("Written Meanwhile");
            readers.awaitMore(200);

            assertThat(readers.failures()).isEmpty();
        }
    }

    @Test
    void redisAway_theNodeIsReadyAndSaysWhatIsAway(RedisProcess redis, @TempDir Path folder) {
        try (Node node = TestNodes.on(redis, folder).start(); NodeClient client = new NodeClient(node)) {
            assertThat(component(client, "l2").path("up").asBoolean()).isTrue();
            assertThat(component(client, "bus").path("up").asBoolean()).isTrue();

            redis.kill();

            await().atMost(RECOVERY)
                    .untilAsserted(() -> assertThat(component(client, "bus").path("up").asBoolean()).isFalse());
            NodeClient.Response health = client.get("/v1/health");
            assertThat(health.status()).isEqualTo(200);
            assertThat(health.body().path("ready").asBoolean()).isTrue();
            assertThat(component(client, "l2").path("up").asBoolean()).isFalse();
            assertThat(component(client, "l2").path("detail").asString())
                    .startsWith("Redis " + redis.host() + ":" + redis
                            .port());
            assertThat(component(client, "l1").path("detail").asString()).contains("3 s at most");
        }
    }

    private static JsonNode component(NodeClient client, String name) {
        return client.get("/v1/health").body().path("components").path(name);
    }
}
