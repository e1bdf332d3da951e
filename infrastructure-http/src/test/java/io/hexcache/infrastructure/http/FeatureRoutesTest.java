package io.hexcache.infrastructure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.application.route.Route;
import io.hexcache.application.route.RouteRefusal;
import io.hexcache.application.route.RouteReply;
import io.hexcache.domain.entry.Freshness;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.invalidation.Completion;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureRoutesTest {

    record Thing(int id, String name, Optional<String> note) {}

    private static final Thing THING = new Thing(7, "bolt", Optional.empty());

    private final Served served = new Served(
            Route.get("/t/things/{id}", call -> found(call.pathParameter("id"))),
            Route.get("/t/things/newest", _ -> RouteReply.ok("the newest")),
            Route.put("/t/things/{id}", Thing.class, call -> RouteReply.changed(call.body(), Completion.DEFERRED)),
            Route.post("/t/things", Thing.class, call -> new RouteReply(201, Optional.of(call.body()), Optional.empty(),
                    Optional.empty())),
            Route.delete("/t/things/{id}", _ -> new RouteReply(204, Optional.empty(), Optional.empty(), Optional.of(
                    Completion.COMPLETE))),
            Route.get("/t/query", call -> RouteReply.ok(new TreeMap<>(call.queryParameters()))));

    @AfterEach
    void stop() {
        served.close();
    }

    private static RouteReply found(String id) {
        return switch (id) {
            case "l1", "l2", "source" -> RouteReply.found(THING, hit(Tier.valueOf(id.toUpperCase(Locale.ROOT)),
                    Freshness.FRESH, 90));
            case "stale" -> RouteReply.found(THING, hit(Tier.L2, Freshness.STALE, 90));
            case "ahead" -> RouteReply.found(THING, hit(Tier.L2, Freshness.FRESH, -5));
            default -> throw new RouteRefusal(404, "no thing " + id);
        };
    }

    private static Lookup.Hit<Thing> hit(Tier tier, Freshness freshness, long ageSeconds) {
        return new Lookup.Hit<>(THING, tier, Served.NOW.minusSeconds(ageSeconds), freshness);
    }

    @ParameterizedTest
    @CsvSource({"l1, HIT-L1, 90", "l2, HIT-L2, 90", "source, MISS, 90", "stale, STALE, 90", "ahead, HIT-L2, 0"})
    void lookedUp_saysFromWhereAndHowOld(String id, String outcome, String age) throws Exception {
        var response = served.get("/t/things/" + id);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"id\":7,\"name\":\"bolt\"}");
        assertThat(Served.header(response, "Content-Type")).isEqualTo("application/json");
        assertThat(Served.header(response, "X-Cache")).isEqualTo(outcome);
        assertThat(Served.header(response, "Age")).isEqualTo(age);
        assertThat(Served.header(response, "Cache-Control")).isEqualTo("no-cache");
        assertThat(Served.header(response, "ETag")).matches("\"[0-9a-f]{32}\"");
    }

    @Test
    void etag_dependsOnTheBodyOnly() throws Exception {
        assertThat(etag(served.get("/t/things/l1"))).isEqualTo(etag(served.get("/t/things/source")));
        assertThat(tagOf("a")).isEqualTo(tagOf("a")).isNotEqualTo(tagOf("b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "*", "\"other\", %s", "\"other\",W/%s , \"third\""})
    void ifNoneMatch_matching_is304WithoutBodyAndWithItsHeaders(String form) throws Exception {
        String etag = etag(served.get("/t/things/l2"));

        var response = served.get("/t/things/l2", "If-None-Match", form.formatted(etag));

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
        assertThat(etag(response)).isEqualTo(etag);
        assertThat(Served.header(response, "X-Cache")).isEqualTo("HIT-L2");
        assertThat(Served.header(response, "Age")).isEqualTo("90");
        assertThat(Served.header(response, "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void ifNoneMatch_matching_hasTheLengthOfTheValue() throws Exception {
        try (RawClient client = served.raw()) {
            String length = client.ask("GET /t/things/l2 HTTP/1.1").header("Content-Length");

            String head = client.send("GET /t/things/l2 HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: *\r\n\r\n")
                    .readHead();

            assertThat(head).startsWith("HTTP/1.1 304").containsIgnoringCase("Content-Length: " + length + "\r\n");
            assertThat(client.ask("GET /t/things/l2 HTTP/1.1").status()).as("the same connection").isEqualTo(200);
        }
    }

    @Test
    void ifNoneMatch_onTwoLines_isOneList() throws Exception {
        String etag = etag(served.get("/t/things/l1"));

        var response = served.get("/t/things/l1", "If-None-Match", "\"other\"", "If-None-Match", etag);

        assertThat(response.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "other", "", "\"", "W/*"})
    void ifNoneMatch_notMatching_is200(String value) throws Exception {
        assertThat(served.get("/t/things/l1", "If-None-Match", value).statusCode()).isEqualTo(200);
    }

    @Test
    void ifNoneMatch_onAnAnswerThatWasNotLookedUp_isIgnored() throws Exception {
        var response = served.get("/t/query", "If-None-Match", "*");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Served.header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(response.headers().map()).doesNotContainKeys("etag", "x-cache", "age");
    }

    @Test
    void head_isAnsweredFromGetWithoutTheBody() throws Exception {
        try (RawClient client = served.raw()) {
            client.send(
                    "HEAD /t/things/l1 HTTP/1.1\r\nHost: localhost"
                            + "\r\n\r\nGET /t/things/l1 HTTP/1.1\r\nHost: x\r\n\r\n");

            String head = client.readHead();

            assertThat(head).startsWith("HTTP/1.1 200").contains("X-Cache: HIT-L1").contains("Content-Length: 22");
            assertThat(client.read().status()).as("the next answer begins right behind").isEqualTo(421);
        }
    }

    @Test
    void change_saysHowFarItHasCome() throws Exception {
        var response = served.put("/t/things/7", "{\"id\":7,\"name\":\"bolt\",\"note\":\"x\"}");

        assertThat(response.body()).isEqualTo("{\"id\":7,\"name\":\"bolt\",\"note\":\"x\"}");
        assertThat(Served.header(response, "X-Cache-Change")).isEqualTo("deferred");
    }

    @Test
    void reply_ownStatusAndNoBody_isSentAsItIs() throws Exception {
        assertThat(served.post("/t/things", "{\"id\":7,\"name\":\"bolt\"}").statusCode()).isEqualTo(201);
        var deleted = served.delete("/t/things/7");
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(Served.header(deleted, "X-Cache-Change")).isEqualTo("complete");
    }

    @Test
    void refusal_hasItsStatusAndDetail() throws Exception {
        var response = served.get("/t/things/9");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Served.problem(response)).isEqualTo("no thing 9");
    }

    @Test
    void literalSegment_winsOverANamedOne() throws Exception {
        assertThat(served.get("/t/things/newest").body()).isEqualTo("\"the newest\"");
    }

    @Test
    void query_isDecodedOnce() throws Exception {
        assertThat(served.get("/t/query?a=1+2%2B3&b=%2525&c&%C3%A9=").body()).isEqualTo(
                "{\"a\":\"1 2+3\",\"b\":\"%25\",\"c\":\"\",\"\u00e9\":\"\"}");
    }

    @ParameterizedTest
    @CsvSource({"a=1&a=2, given twice", "a=%zz, two hexadecimal digits", "a=%ff, not as UTF-8", "a=%00, U+0000",
            "%0d=1, U+000D"})
    void query_unreadable_is400(String query, String reason) throws Exception {
        try (RawClient client = served.raw()) {
            var response = client.ask("GET /t/query?" + query + " HTTP/1.1");

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.detail()).contains(reason);
        }
    }

    @ParameterizedTest
    @CsvSource({"PATCH, /t/things/7, 'DELETE, GET, HEAD, PUT'", "DELETE, /t/things, POST",
            "OPTIONS, /t/query, 'GET, HEAD'",
            "TRACE, /v1/stats, 'GET, HEAD'", "BREW, /v1/invalidations, POST", "get, /v1/stats, 'GET, HEAD'",
            "HEAD, /t/things, POST"})
    void method_notOffered_is405WithThoseThatAre(String method, String path, String allowed) throws Exception {
        try (RawClient client = served.raw()) {
            client.send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(client.readHead()).startsWith("HTTP/1.1 405").contains("Allow: " + allowed + "\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v1/stats/", "/V1/stats", "/t/things/", "/t/things/7/x", "/v1/stats%20"})
    void path_unknown_is404(String path) throws Exception {
        var response = served.get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Served.problem(response)).isEqualTo("nothing is served under this path");
    }

    @Test
    void body_onARouteWithoutOne_is400() throws Exception {
        var response = served.send("DELETE", "/t/things/7", HttpRequest.BodyPublishers.ofString("{}"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Served.problem(response)).contains("takes no body");
    }

    @Test
    void start_twoRoutesOfOneForm_isAMistakeInTheWiring() {
        assertThatThrownBy(() -> new Served(Route.get("/t/{a}", _ -> RouteReply.ok(1)), Route.get("/t/{b}",
                _ -> RouteReply.ok(2)))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(
                        "two routes answer GET /t/{b}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "", "/t/", "/t//x", "/t/{a}/{a}", "/t/{}"})
    void start_pathThatIsNone_isAMistakeInTheWiring(String path) {
        assertThatThrownBy(() -> new Served(Route.get(path, _ -> RouteReply.ok(1)))).isInstanceOf(
                IllegalArgumentException.class).hasMessageContaining("route path '" + path + "'");
    }

    @Test
    void routeCall_otherName_isAMistakeOfTheRoute() {
        var call = new MatchedCall<Void>(Map.of("id", "7"), Map.of(), Optional.empty());

        assertThatThrownBy(() -> call.pathParameter("name")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(call::body).isInstanceOf(IllegalStateException.class);
    }

    private static String tagOf(String body) {
        return EntityTag.of(ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String etag(HttpResponse<?> response) {
        return Served.header(response, "ETag");
    }
}
