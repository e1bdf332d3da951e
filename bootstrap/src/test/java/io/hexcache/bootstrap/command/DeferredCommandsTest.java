package io.hexcache.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.bootstrap.node.Node;
import io.hexcache.bootstrap.node.TestNodes;
import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RealRedis
class DeferredCommandsTest {

    @Test
    void delete_andInvalidate_redisAway_sayThatTheRemovalIsRepeated(RedisProcess redis, @TempDir Path folder) {
        try (Node node = Node.start(TestNodes.on(redis, folder).settings())) {
            Map<String, String> environment = Map.of("HEXCACHE_URL", node.url());
            redis.kill();

            Typed delete = Typed.commandIn(environment, "delete", "scratch:a");
            Typed invalidate = Typed.commandIn(environment, "invalidate", "--key", "scratch:a");

            assertThat(delete.exitCode()).isZero();
            assertThat(delete.out()).isEqualToIgnoringNewLines("deferred the removal of scratch:a");
            assertThat(delete.err()).contains("repeats it");
            assertThat(invalidate.exitCode()).isZero();
            assertThat(invalidate.out()).isEqualToIgnoringNewLines("removed 0 entries so far");
            assertThat(invalidate.err()).contains("repeats it");
        }
    }
}
