package io.hexcache.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Whatever is wrong with Redis: no reader sees an error, and the health of the node says what is going on. All faults
 * are tried by {@link OutageMeasurement}, and a killed Redis by {@link RedisOutageTest}.
 */
@RealRedis
class RedisFaultTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static JsonNode component(NodeClient client, String name) {
        return client.get("/v1/health").body().path("components").path(name);
    }

    @ParameterizedTest
    @EnumSource(names = "STOPPED")
    void fault_readersSeeNoError_andHealthSaysWhenItBeginsAndEnds(RedisFault fault, RedisProcess redis,
            @TempDir Path folder) {
        try (Node node = TestNodes.on(redis, folder).with("HEXCACHE_DEFAULTS_L1_TTL", "20ms").start();
                NodeClient client = new NodeClient(node);
                ProductReaders readers = ProductReaders.start(node)) {
            readers.awaitMore(200);
            assertThat(component(client, "l2").path("detail").asString()).matches(
                    ".*took and answered a probe in [0-9.]+ ms");
            assertThat(component(client, "breakers").path("detail").asString()).isEqualTo(
                    "reads closed; writes closed");

            fault.begin(redis);
            if (fault.isSilent()) {
                await().atMost(PATIENCE).until(() -> !component(client, "breakers").path("up").asBoolean());
            }
            if (fault.isSilent()) {
                assertThat(component(client, "breakers").path("detail").asString())
                        .contains("nothing is asked, since:");
            }
            assertThat(client.rename(7, "During " + fault).status()).isEqualTo(200);
            assertThat(client.product(7).name()).isEqualTo("During " + fault);
            assertThat(component(client, "l2").path("up").asBoolean()).isFalse();
            assertThat(client.get("/v1/health").body().path("ready").asBoolean()).isTrue();
            readers.awaitMore(500);

            fault.end(redis);
            for (String part : new String[]{"breakers", "l2", "bus", "deferred"}) {
                await().atMost(PATIENCE).until(() -> component(client, part).path("up").asBoolean());
            }
            assertThat(client.product(7).name()).isEqualTo("During " + fault);
            assertThat(readers.failures()).isEmpty();
        }
    }
}
