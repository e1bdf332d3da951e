package io.hexcache.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.bootstrap.command.HexcacheCommandLine;
import io.hexcache.bootstrap.command.Terminal;
import io.hexcache.domain.error.CacheConfigurationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stock levels of the example over HTTP: acknowledged first, stored later, and not lost in between. */
class StockBehindTest {

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    private TestNodes nodes() {
        return TestNodes.in(folder).with("HEXCACHE_DATA_DIR", folder.resolve("node").toString());
    }

    private HttpResponse<String> send(Node node, String method, String path, String body) throws IOException,
            InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(node.url() + path)).header("Content-Type",
                "application/json").method(method,
                        body.isEmpty() ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void stock_isAcknowledgedReadAndAfterAFlushInTheProduct() throws Exception {
        try (Node node = nodes().with("HEXCACHE_WRITE_BEHIND_INTERVAL", "1m").start()) {
            HttpResponse<String> put = send(node, "PUT", "/v1/products/1/stock", "{\"stock\":4321}");
            assertThat(put.statusCode()).isEqualTo(200);
            assertThat(put.headers().firstValue("X-Cache-Change")).contains("deferred");
            assertThat(send(node, "GET", "/v1/products/1/stock", "").body()).isEqualTo("{\"stock\":4321}");
            assertThat(send(node, "GET", "/v1/products/1", "").body()).doesNotContain("4321");
            assertThat(send(node, "GET", "/v1/write-behind", "").body()).contains("\"journal\":\"open\"",
                    "\"pending\":1", "\"journaled\":1");
            assertThat(send(node, "GET", "/v1/health", "").body()).contains("1 writes wait for their sources");

            assertThat(send(node, "POST", "/v1/write-behind/flush", "{}").body()).contains("\"pending\":0",
                    "\"drained\":true");

            assertThat(send(node, "GET", "/v1/products/1", "").body()).contains("\"stock\":4321");
            assertThat(send(node, "GET", "/v1/write-behind/dead-letters", "").body()).isEqualTo(
                    "{\"deadLetters\":[]}");
            assertThat(send(node, "DELETE", "/v1/write-behind/dead-letters/7", "").statusCode()).isEqualTo(404);
            assertThat(send(node, "PUT", "/v1/products/999999/stock", "{\"stock\":1}").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void commands_showFlushAndExport() throws Exception {
        StringWriter said = new StringWriter();
        TestNodes nodes = nodes().with("HEXCACHE_WRITE_BEHIND_INTERVAL", "1m");
        try (Node node = nodes.start()) {
            send(node, "PUT", "/v1/products/1/stock", "{\"stock\":4321}");
            assertThat(typed(said, node.url(), "journal")).isZero();
            assertThat(typed(said, node.url(), "flush")).isZero();
            assertThat(typed(said, node.url(), "dead-letters")).isZero();
            assertThat(typed(said, node.url(), "dead-letters", "--retry", "7")).isEqualTo(3);
            assertThat(typed(said, node.url(), "export", "--data", folder.resolve("node").toString(), folder.resolve(
                    "export").toString())).isEqualTo(1);
        }
        assertThat(typed(said, "http://127.0.0.1:1", "export", "--data", folder.resolve("node").toString(), folder
                .resolve("export").toString())).isZero();
        assertThat(said.toString()).contains(
                "journal open: 1 writes wait (1 journaled, 0 in memory alone), 0 set aside",
                "all is written; journal open: 0 writes wait", "there is no dead letter 7", "is in use by",
                "wrote 0 records");
    }

    private static int typed(StringWriter said, String url, String... words) {
        PrintWriter out = new PrintWriter(said);
        return new HexcacheCommandLine(new Terminal(out, out), Map.of("HEXCACHE_URL", url), _ -> {}, "test").run(words);
    }

    @Test
    void stop_drainsWhatWaits() throws Exception {
        TestNodes nodes = nodes().with("HEXCACHE_WRITE_BEHIND_INTERVAL", "1m");
        try (Node node = nodes.start()) {
            send(node, "PUT", "/v1/products/1/stock", "{\"stock\":4321}");
        }
        try (Node node = nodes.start()) {
            assertThat(send(node, "GET", "/v1/write-behind", "").body()).contains("\"pending\":0");
            assertThat(send(node, "GET", "/v1/products/1", "").body()).contains("\"stock\":4321");
        }
    }

    @Test
    void secondNodeOnTheSameData_isRefusedWithTheWayOut() {
        TestNodes nodes = nodes();
        try (Node _ = nodes.start()) {
            assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(nodes::start).withMessageContaining(
                    "--data").withMessageContaining(folder.resolve("node").toString());
        }
    }
}
