package io.hexcache.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node keeps in L1 when the connection over which it hears of changes was cut for a moment. */
@RealRedis
class CutConnectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void onAStream_itKeepsItsCopies_andHearsWhatItHasMissed(RedisProcess redis, @TempDir Path folder) {
        TestNodes nodes = TestNodes.on(redis, folder).with("HEXCACHE_REDIS_BUS", "streams");
        try (Node reading = nodes.start();
                Node writing = nodes.start();
                NodeClient reader = new NodeClient(reading);
                NodeClient writer = new NodeClient(writing)) {
            awaitCopy(reader, 1);
            awaitCopy(reader, 2);

            cut(redis, "cmd=xread");
            assertThat(writer.rename(2, "Changed Meanwhile").status()).isEqualTo(200);
            cut(redis, "cmd=xread");

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(reader.product(2).name()).isEqualTo(
                    "Changed Meanwhile"));
            assertThat(reader.product(1).cache()).isEqualTo("HIT-L1");
            assertThat(reader.get("/v1/health").body().path("components").path("bus").path("detail").asString())
                    .isEqualTo("Redis Streams");
        }
    }

    @Test
    void onPubSub_itDropsItsCopies(RedisProcess redis, @TempDir Path folder) {
        try (Node reading = TestNodes.on(redis, folder).start(); NodeClient reader = new NodeClient(reading)) {
            awaitCopy(reader, 1);

            cut(redis, "sub=1");

            await().atMost(PATIENCE).until(() -> reader.product(1).cache().equals("HIT-L2"));
        }
    }

    private static void awaitCopy(NodeClient reader, int product) {
        await().atMost(PATIENCE).until(() -> reader.product(product).cache().equals("HIT-L1"));
    }

    /** Cuts all connections that are marked so in its list, and returns when there are as many others. */
    private static void cut(RedisProcess redis, String mark) {
        List<String> before = await().atMost(PATIENCE).until(() -> connections(redis, mark), all -> !all.isEmpty());
        before.forEach(id -> redis.command("CLIENT", "KILL", "ID", id));
        await().atMost(PATIENCE).until(() -> connections(redis, mark).stream().filter(id -> !before.contains(id))
                .count() >= before.size());
    }

    private static List<String> connections(RedisProcess redis, String mark) {
        return Pattern.compile("(?m)^id=(\\d+) .* " + mark + " ").matcher(redis.command("CLIENT", "LIST")
                .toString()).results().map((MatchResult found) -> found.group(1)).toList();
    }
}
