package io.hexcache.bootstrap.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running service over HTTP; waits for it, with a bound. */
public final class ServiceClient implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /** An invalidation by pattern scans the whole store. */
    private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(1);

    private final URI base;
    private final HttpClient http;
    private final JsonMapper json = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * A client of one service.
     *
     * @param base such as {@code http://127.0.0.1:8080}
     */
    public ServiceClient(URI base) {
        this.base = base;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    /**
     * Reads or deletes.
     *
     * @throws ServiceFailure if no service answers, as everywhere here
     */
    public ServiceReply send(String method, String path) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** Puts or posts this JSON. */
    public ServiceReply send(String method, String path, JsonNode body) {
        return send(request(path).header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers
                .ofString(json.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(REQUEST_TIMEOUT);
    }

    private ServiceReply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString(
                    StandardCharsets.UTF_8));
            return new ServiceReply(response.statusCode(), response.body(), read(response), response.headers()
                    .firstValue("X-Cache-Change").filter("deferred"::equals).isPresent());
        } catch (IOException failure) {
            throw new ServiceFailure(
                    "no service answers at %s (%s); start one with 'hexcache serve', or name another with --url"
                            .formatted(base, reason(failure)),
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServiceFailure("interrupted while waiting for " + base, interrupted);
        }
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    private JsonNode read(HttpResponse<String> response) {
        try {
            JsonNode body = json.readTree(response.body());
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException notJson) {
            // Nothing is lost: what is said below is all that can be said of an answer in another language.
        }
        throw new ServiceFailure("%s answers, but not as Hexcache does (status %d); name another service with --url"
                .formatted(base, response.statusCode()));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
