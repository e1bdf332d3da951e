package io.hexcache.infrastructure.http;

import io.hexcache.application.route.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A running service with a recording port behind it, and an ordinary client in front. */
final class Served implements AutoCloseable {

    /** What the service takes for now. */
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RecordingManagement management = new RecordingManagement();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(
            PATIENCE).build();
    private final HttpService service;

    Served(HttpSettings.Limits limits, Route<?>... routes) {
        this.service = HttpService.start(HttpSettings.DEFAULT.withPort(0).withLimits(limits), management,
                List.of(routes),
                InstantSource.fixed(NOW));
    }

    Served(Route<?>... routes) {
        this(HttpSettings.Limits.DEFAULT, routes);
    }

    RecordingManagement management() {
        return management;
    }

    HttpService service() {
        return service;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, HttpRequest.BodyPublishers.noBody());
    }

    HttpResponse<String> put(String path, String json) throws IOException, InterruptedException {
        return send("PUT", path, HttpRequest.BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .timeout(PATIENCE).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    RawClient raw() throws IOException {
        return new RawClient(service.port());
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("(no " + name + ")");
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> json(String body) {
        return JSON.readValue(body, Map.class);
    }

    /** The detail of a problem document, after a look at the rest of it. */
    static String problem(HttpResponse<String> response) {
        Map<String, Object> problem = json(response.body());
        if (!header(response, "Content-Type").equals("application/problem+json")
                || !problem.get("status").equals(response.statusCode()) || !problem.get("type").equals("about:blank")) {
            throw new AssertionError("not a problem document: " + response + " " + problem);
        }
        return (String) problem.get("detail");
    }

    @Override
    public void close() {
        client.close();
        service.close();
    }
}
