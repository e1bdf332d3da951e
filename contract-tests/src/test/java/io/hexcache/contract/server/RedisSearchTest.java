package io.hexcache.contract.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.exceptions.JedisConnectionException;

@RealRedis
class RedisSearchTest {

    @Test
    void namedAddress_comesFirst(RedisServer running) {
        RedisSearch search = new RedisSearch(Map.of(RedisSearch.ADDRESS, running.uri()), RedisSearchTest::unexpected,
                RedisSearchTest::unexpected);

        RedisServer found = search.server(Optional.empty()).orElseThrow();

        assertThat(found.kind()).isEqualTo("environment");
        assertThat(found.runId()).isEqualTo(running.runId());
    }

    @Test
    void namedAddress_withoutServer_isAnError(RedisProcess redis) {
        redis.kill();
        RedisSearch search = new RedisSearch(Map.of(RedisSearch.ADDRESS, redis.uri()), RedisSearchTest::unexpected,
                RedisSearchTest::unexpected);

        assertThatThrownBy(() -> search.server(Optional.empty())).isInstanceOf(JedisConnectionException.class);
    }

    @Test
    void container_comesBeforeTheBinary(RedisServer running) {
        RedisSearch search = new RedisSearch(Map.of(), () -> Optional.of(running), RedisBinary::bundled);

        assertThat(search.server(search.binary())).contains(running);
    }

    @Test
    void programOnThePath_comesBeforeTheBundledOne(@TempDir Path folder) throws IOException {
        Path program = Files.createFile(folder.resolve("valkey-server"));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        RedisSearch search = new RedisSearch(Map.of("PATH", "/nowhere:" + folder), Optional::empty,
                RedisSearchTest::unexpected);

        assertThat(search.binary()).contains(new RedisBinary("binary", program));
    }

    @Test
    void emptyPath_leavesTheBundledProgram_whichRuns() {
        RedisSearch search = new RedisSearch(Map.of("PATH", ""), Optional::empty, RedisBinary::bundled);

        try (RedisProcess redis = RedisProcess.start(search.binary().orElseThrow())) {
            assertThat(redis.kind()).isEqualTo("bundled");
            assertThat(redis.version()).startsWith("6.2.");
            assertThat(redis.command("PING")).isEqualTo("PONG");
        }
    }

    @Test
    void nothingAnywhere_findsNothing() {
        RedisSearch search = new RedisSearch(Map.of(), Optional::empty, Optional::empty);

        assertThat(search.binary()).isEmpty();
        assertThat(search.server(search.binary())).isEmpty();
    }

    private static <T> Optional<T> unexpected() {
        throw new AssertionError("looked further than needed");
    }
}
