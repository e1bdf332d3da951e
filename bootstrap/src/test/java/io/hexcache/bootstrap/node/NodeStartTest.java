package io.hexcache.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hexcache.bootstrap.configuration.ConfigurationSources;
import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.contract.server.TestCertificates;
import io.hexcache.domain.error.CacheException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RealRedis
class NodeStartTest {

    @TempDir
    private Path folder;

    @Test
    void start_embedded_servesAndNamesItsAdapters() {
        try (Node node = TestNodes.in(folder).start(); NodeClient client = new NodeClient(node)) {
            assertThat(client.product(1).status()).isEqualTo(200);
            assertThat(node.adapters()).startsWith("L1 Caffeine, L2 embedded, bus in-process, source SQLite " + folder);
        }
    }

    @Test
    void start_onRedis_namesItButNotItsPassword(RedisProcess redis) {
        redis.requirePassword("s3cret");

        try (Node node = TestNodes.on(redis, folder).start()) {
            assertThat(node.adapters())
                    .contains("L2 Redis " + redis.host() + ":" + redis.port() + ", bus Redis Pub/Sub")
                    .doesNotContain("s3cret");
        }
    }

    @Test
    void start_onStreams_namesThem(RedisProcess redis) {
        try (Node node = TestNodes.on(redis, folder).with("HEXCACHE_REDIS_BUS", "streams").start()) {
            assertThat(node.adapters()).contains("bus Redis Streams");
        }
    }

    @Test
    void start_onRedisWithTls_trustsTheAuthorityThatIsNamed(RedisProcess redis) {
        TestCertificates certificates = TestCertificates.in(folder);
        int port = redis.listenWithTls(certificates, false);
        String authority = certificates.authority().toString();

        try (Node node = TestNodes.on(redis, folder).with("HEXCACHE_REDIS_URL", "rediss://localhost:" + port)
                .with("HEXCACHE_REDIS_TLS_CA", authority).start()) {
            assertThat(node.adapters()).contains("L2 Redis rediss://localhost:" + port);
        }
        assertThatExceptionOfType(CacheException.class).isThrownBy(() -> TestNodes.on(redis, folder).with(
                "HEXCACHE_REDIS_TLS_CA", authority).start()).withMessageContaining("write rediss instead of redis");
    }

    @Test
    void close_endsTheService_andMayBeRepeated() {
        Node node = TestNodes.in(folder).start();
        NodeClient client = new NodeClient(node);
        assertThat(client.product(1).status()).isEqualTo(200);

        node.close();
        node.close();

        assertThatThrownBy(() -> client.product(1)).isInstanceOf(UncheckedIOException.class);
        client.close();
    }

    @Test
    void start_configuredNamespace_isAPlainCache() {
        try (Node node = startWith("namespaces { \"user.profile\" { ttl = 1m } }");
                NodeClient client = new NodeClient(node)) {
            assertThat(client.put("/v1/caches/user.profile/entries/7", "{\"value\":{\"name\":\"Ada\"}}").status())
                    .isEqualTo(
                            200);
            assertThat(client.get("/v1/caches/user.profile/entries/7").body().path("value").path("name").asString())
                    .isEqualTo("Ada");
            assertThat(client.get("/v1/caches/undeclared/entries/7").status()).isEqualTo(404);
            assertThat(client.put("/v1/caches/catalog.product/entries/7", "{\"value\":{}}").status()).isEqualTo(409);
        }
    }

    @Test
    void start_configuredTtl_ends() {
        try (Node node = startWith("namespaces.scratch.ttl = 50ms"); NodeClient client = new NodeClient(node)) {
            assertThat(client.put("/v1/caches/scratch/entries/a", "{\"value\":1}").status()).isEqualTo(200);

            await().untilAsserted(() -> assertThat(client.get("/v1/caches/scratch/entries/a").status()).isEqualTo(404));
        }
    }

    @Test
    void start_configuredLargestBody_isTheLargest() {
        try (Node node = startWith("http.max-body = 1KiB"); NodeClient client = new NodeClient(node)) {
            String value = "x".repeat(2_000);

            assertThat(client.put("/v1/caches/scratch/entries/a", "{\"value\":\"" + value + "\"}").status())
                    .isEqualTo(413);
        }
    }

    private Node startWith(String text) {
        try {
            Path file = Files.writeString(folder.resolve("mine.conf"), text);
            return Node.start(
                    new ConfigurationSources(Optional.of(file), Map.of("HEXCACHE_PORT", "0", "HEXCACHE_DB", folder
                            .resolve("catalog.db").toString()), List.of()).load());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void start_redisAway_isOneLineThatNamesIt(RedisProcess redis) {
        redis.kill();

        failure(TestNodes.on(redis, folder)).contains(redis.host() + ":" + redis.port());
    }

    @Test
    void start_wrongPassword_isOneLineWithoutIt(RedisProcess redis) {
        TestNodes nodes = TestNodes.on(redis, folder).with("HEXCACHE_REDIS_URL", "redis://:wr0ng@%s:%d".formatted(redis
                .host(), redis.port()));
        redis.requirePassword("s3cret");

        failure(nodes).contains("password").doesNotContain("wr0ng").doesNotContain("s3cret");
    }

    @Test
    void start_portInUse_isOneLineThatNamesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            failure(TestNodes.in(folder).with("HEXCACHE_PORT", port)).contains("port " + port, "in use");
        }
    }

    @Test
    void start_folderThatCannotBeMade_isOneLineThatNamesIt() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        failure(TestNodes.in(file)).contains("cannot be", file.toString());
    }

    @Test
    void start_failsAtTheLastStep_leavesNothingOpen() throws IOException {
        TestNodes nodes = TestNodes.in(folder);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            failure(nodes.with("HEXCACHE_PORT", Integer.toString(taken.getLocalPort())));
        }

        // Threads that were told to end need a moment for it.
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("catalog") || name.startsWith("repeat-deferred")));
    }

    private static AbstractStringAssert<?> failure(TestNodes nodes) {
        String[] message = new String[1];
        assertThatExceptionOfType(CacheException.class).isThrownBy(nodes::start)
                .satisfies(failure -> message[0] = failure
                        .getMessage());
        return assertThat(message[0]).doesNotContain("\n");
    }
}
