package io.hexcache.bootstrap.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks a node as any client does. */
final class NodeClient implements AutoCloseable {

    /**
     * What it answered.
     *
     * @param cache the header X-Cache; empty text if there is none
     */
    record Response(int status, String cache, JsonNode body) {

        String name() {
            return body.path("name").asString();
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Node node;

    NodeClient(Node node) {
        this.node = node;
    }

    Response get(String path) {
        return send(request(path).GET());
    }

    Response product(int id) {
        return get("/v1/products/" + id);
    }

    /** Gives the product another name. */
    Response rename(int id, String name) {
        ObjectNode product = (ObjectNode) product(id).body();
        return put("/v1/products/" + id, product.put("name", name).toString());
    }

    Response put(String path, String json) {
        return send(withBody(path).PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    Response post(String path, String json) {
        return send(withBody(path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder withBody(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(node.url() + path)).timeout(Duration.ofSeconds(10));
    }

    private Response send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Response(response.statusCode(), response.headers().firstValue("X-Cache").orElse(""),
                    JSON.readTree(
                            response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
