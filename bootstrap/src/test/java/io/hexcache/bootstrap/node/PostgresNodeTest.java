package io.hexcache.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConfigurationException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node whose journal and whose catalogue are on PostgreSQL, and another one that takes over. */
class PostgresNodeTest {

    private static EmbeddedPostgres postgres;

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    private TestNodes nodes(String journal) {
        String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?user=postgres&password=se%2Fcret";
        return TestNodes.in(folder).with("HEXCACHE_DATA_DIR", url).with("HEXCACHE_DATA_NAME", journal).with(
                "HEXCACHE_DB", url).with("HEXCACHE_WRITE_BEHIND_INTERVAL", "1m").with(
                        "HEXCACHE_WRITE_BEHIND_DRAIN_AT_STOP", "0ms");
    }

    private String send(Node node, String method, String path, String body) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(node.url() + path)).header("Content-Type",
                "application/json").method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void nodeThatTakesOver_findsAndAppliesWhatWasAcknowledged() throws Exception {
        try (Node node = nodes("shared").start()) {
            assertThat(send(node, "PUT", "/v1/products/1/stock", "{\"stock\":4321}")).isEqualTo("{\"stock\":4321}");
            assertThat(node.adapters()).contains("source PostgreSQL jdbc:postgresql://127.0.0.1:").doesNotContain(
                    "cret");
            assertThat(send(node, "GET", "/v1/health", "")).contains("PostgreSQL, shared; 1 writes wait")
                    .doesNotContain("cret");
        }
        try (Node node = nodes("shared").start()) {
            assertThat(send(node, "GET", "/v1/products/1/stock", "")).isEqualTo("{\"stock\":4321}");
            assertThat(send(node, "POST", "/v1/write-behind/flush", "{}")).contains("\"pending\":0");
            assertThat(send(node, "GET", "/v1/products/1", "")).contains("\"stock\":4321");
        }
    }

    @Test
    void secondNodeOnTheSameJournal_isRefusedWithTheWayOut_andOneOfItsOwnIsNot() throws Exception {
        try (Node _ = nodes("taken").start()) {
            assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(nodes("taken")::start)
                    .withMessageContaining("data.name").withMessageContaining("in use");
            nodes("free").start().close();
        }
    }

    @Test
    void journalWithoutANameOnAnyPort_isRefused() {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(nodes("")::start).withMessageContaining(
                "set data.name");
    }
}
