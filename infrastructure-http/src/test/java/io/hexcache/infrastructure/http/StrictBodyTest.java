package io.hexcache.infrastructure.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.application.route.Route;
import io.hexcache.application.route.RouteRefusal;
import io.hexcache.application.route.RouteReply;
import io.hexcache.domain.error.InvalidKeyException;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictBodyTest {

    record Part(String name) {}

    record Order(int id, BigInteger total, boolean paid, List<String> tags, Optional<Part> part, Optional<Long> stock) {

        Order {
            switch (id) {
                case 1 -> throw new IllegalArgumentException("id 1 is taken");
                case 2 -> throw new RouteRefusal(409, "id 2 is in conflict");
                case 3 -> throw new InvalidKeyException("id 3 is no key");
                default -> {
                }
            }
        }
    }

    private static final String REST = "\"total\":5,\"paid\":true,\"tags\":[\"a\"]";

    private final Served served = new Served(Route.put("/t/orders", Order.class, call -> RouteReply.ok(call.body())));

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void body_complete_isBound() throws Exception {
        String order = "{\"id\":7,\"total\":123456789012345678901234567890,\"paid\":false,\"tags\":[],"
                + "\"part\":{\"name\":\"n\"},\"stock\":9007199254740993}";

        var response = served.put("/t/orders", order);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(order);
    }

    @Test
    void body_optionalFieldNullOrLeftOut_isAbsent() throws Exception {
        assertThat(served.put("/t/orders", "{\"id\":7," + REST + ",\"part\":null}").body())
                .isEqualTo("{\"id\":7," + REST
                        + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {
            "{\"total\":5,\"paid\":true,\"tags\":[]}         | /id     | field /id is missing",
            "{\"id\":7,\"paid\":true,\"tags\":[]}            | /total  | field /total is missing",
            "{\"id\":7,\"total\":5,\"paid\":true}            | /tags   | field /tags is missing",
            "{\"id\":7,REST,\"colour\":\"red\"}              | /colour | field /colour is not known here",
            "{\"id\":7,REST,\"part\":{\"name\":\"n\",\"x\":1}} | /part/x | field /part/x is not known here",
            "{\"id\":7,REST,\"part\":{}}                     | /part/name | field /part/name is missing",
            "{\"id\":7,REST,\"part\":{\"name\":null}}        | /part/name | field /part/name must not be null",
            "{\"id\":7,REST,\"part\":[]}                     | /part   | field /part must be an object",
            "{\"id\":7,REST,\"part\":\"\"}                   | /part   | field /part must be an object",
            "{\"id\":\"7\",REST}                             | /id     | field /id must be a whole number",
            "{\"id\":7.0,REST}                               | /id     | field /id must be a whole number",
            "{\"id\":true,REST}                              | /id     | field /id must be a whole number",
            "{\"id\":null,REST}                              | /id     | field /id must be a whole number",
            "{\"id\":\"\",REST}                              | /id     | field /id must be a whole number",
            "{\"id\":2147483648,REST} | /id | field /id must be a whole number within its range",
            "{\"id\":7,\"total\":1e9,\"paid\":true,\"tags\":[]} | /total | field /total must be a whole number",
            "{\"id\":7,\"total\":null,\"paid\":true,\"tags\":[]} | /total | field /total must not be null",
            "{\"id\":7,\"total\":5,\"paid\":1,\"tags\":[]}   | /paid   | field /paid must be true or false",
            "{\"id\":7,\"total\":5,\"paid\":\"true\",\"tags\":[]} | /paid | field /paid must be true or false",
            "{\"id\":7,\"total\":5,\"paid\":true,\"tags\":\"a\"} | /tags | field /tags must be an array",
            "{\"id\":7,\"total\":5,\"paid\":true,\"tags\":[1]} | /tags/0 | field /tags/0 must be text",
            "{\"id\":7,\"total\":5,\"paid\":true,\"tags\":[\"a\",null]} | /tags/1 | field /tags/1 must be text",
            "{\"id\":7,REST,\"stock\":9223372036854775808} | /stock"
                    + " | field /stock must be a whole number within its range"})
    void field_wrong_is400AndNamesIt(String body, String pointer, String detail) throws Exception {
        var response = served.put("/t/orders", body.replace("REST", REST));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Served.problem(response)).isEqualTo(detail);
        assertThat(Served.json(response.body())).containsEntry("pointer", pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {
            "{                          | 2",
            "{\"id\":7,}                | 9",
            "{\"id\":7 \"total\":1}     | 9",
            "{'id':7}                   | 2",
            "{\"id\":NaN}               | 10",
            "{\"id\":Infinity}          | 15",
            "{\"id\":+7}                | 8",
            "{\"id\":07}                | 8",
            "{\"id\":7/**/}             | 8",
            "{\"id\":7,\"id\":7}        | 13",
            "nonsense                   | 1",
            "{\"id\":7,REST} x          | 45"})
    void syntax_wrong_is400WithThePosition(String body, int column) throws Exception {
        var response = served.put("/t/orders", body.replace("REST", REST));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Served.problem(response)).startsWith("the body is not JSON: ").doesNotContainPattern(
                "[jJ]ackson|Feature|Source:|`|\\.java|Exception");
        assertThat(Served.json(response.body())).containsEntry("position", Map.of("line", 1, "column", column));
    }

    @Test
    void body_secondValueBehindIt_is400() throws Exception {
        var response = served.put("/t/orders", "{\"id\":7," + REST + "}{}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Served.problem(response)).isEqualTo("the body goes on behind its JSON value; send one value only");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {"## | the body is empty; it must be a JSON object",
            "null | the body is null; it must be a JSON object", "[] | the body must be an object",
            "7 | the body must be an object", "\"x\" | the body must be an object"})
    void body_noObject_is400(String body, String detail) throws Exception {
        var response = served.put("/t/orders", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Served.problem(response)).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({"1, 422, id 1 is taken", "2, 409, id 2 is in conflict", "3, 422, id 3 is no key"})
    void record_refusesInItsConstructor_isARefusal(int id, int status, String detail) throws Exception {
        var response = served.put("/t/orders", "{\"id\":" + id + "," + REST + "}");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Served.problem(response)).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({"99, 200", "100, 400", "100000, 400"})
    void nesting_isBounded(int levels, int status) throws Exception {
        var response = entry("[".repeat(levels) + "]".repeat(levels));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(served.management().received()).hasSize(status == 200 ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"1000, 200", "1001, 400", "1000000, 400"})
    void numbers_areBounded(int digits, int status) throws Exception {
        var response = entry("9".repeat(digits));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(served.management().received()).hasSize(status == 200 ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
    void body_inAnotherEncoding_is400(String encoding) throws Exception {
        byte[] body = "{\"value\":1}".getBytes(Charset.forName(encoding));

        var response = encoded(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Served.problem(response)).contains("at line 1, byte ", "send JSON in UTF-8");
        assertThat(served.management().received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ff", "\u00c0\u00af", "\u00ed\u00a0\u0080", "\u00f4\u0090\u0080\u0080", "\u00c3"})
    void body_malformedUtf8_is400WithItsPosition(String octets) throws Exception {
        String body = "{\n\"value\":\"" + "x".repeat(9_000) + octets + "\"}";

        var response = encoded(body.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Served.json(response.body())).containsEntry("position", Map.of("line", 2, "column", 9_010));
        assertThat(served.management().received()).isEmpty();
    }

    @Test
    void body_allLengthsOfUtf8_isTaken() throws Exception {
        String text = "a\u00e9\u20ac\ud83d\ude00".repeat(2_000);

        assertThat(entry("\"" + text + "\"").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> encoded(byte[] body) throws Exception {
        return served.send("PUT", "/v1/caches/scratch/entries/a", HttpRequest.BodyPublishers.ofByteArray(body),
                "Content-Type", "application/json");
    }

    @Test
    void limit_exceeded_isNamed() throws Exception {
        assertThat(Served.problem(entry("[".repeat(101)))).isEqualTo(
                "the body is nested deeper than 100 levels, which is the limit");
        assertThat(Served.problem(entry("9".repeat(1_001)))).isEqualTo(
                "the body has a number longer than 1000 characters, which is the limit");
        assertThat(Served.problem(entry("{\"" + "n".repeat(60_000) + "\":1}"))).startsWith(
                "the body is beyond a limit: name length is ").endsWith(", at most 50000 is taken");
    }

    @Test
    void value_null_is400() throws Exception {
        assertThat(Served.problem(entry("null"))).isEqualTo("field /value must not be null");
        assertThat(Served.problem(served.put("/v1/caches/scratch/entries/a", "{\"ttl\":\"5m\"}"))).isEqualTo(
                "field /value is missing");
        assertThat(served.management().received()).isEmpty();
    }

    @Test
    void value_duplicateNamesInside_is400() throws Exception {
        assertThat(Served.problem(entry("{\"a\":1,\"a\":2}"))).isEqualTo(
                "the body is not JSON: Duplicate Object property \"a\"");
        assertThat(served.management().received()).isEmpty();
    }

    @Test
    void body_brokenUtf8_is400() throws Exception {
        byte[] broken = {'{', '"', 'v', 'a', 'l', 'u', 'e', '"', ':', '"', (byte) 0xc3, '(', '"', '}'};

        var response = served.send("PUT", "/v1/caches/scratch/entries/a",
                HttpRequest.BodyPublishers.ofByteArray(broken),
                "Content-Type", "application/json");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Served.problem(response)).startsWith("the body is not UTF-8");
        assertThat(served.management().received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json; charset=iso-8859-1", "application/jsonp",
            "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json, text/plain"})
    void contentType_other_is415(String type) throws Exception {
        var response = served.send("PUT", "/v1/caches/scratch/entries/a", HttpRequest.BodyPublishers.ofString(
                "{\"value\":1}"), "Content-Type", type);

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(Served.problem(response)).contains("send Content-Type: application/json");
        assertThat(served.management().received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json;charset=utf-8", "Application/JSON; charset=\"UTF-8\"", "application/json"})
    void contentType_json_isTaken(String type) throws Exception {
        assertThat(served.send("PUT", "/v1/caches/scratch/entries/a", HttpRequest.BodyPublishers.ofString(
                "{\"value\":1}"), "Content-Type", type).statusCode()).isEqualTo(200);
    }

    @Test
    void contentType_missingOrCompressed_is415() throws Exception {
        assertThat(served.send("PUT", "/v1/caches/scratch/entries/a", HttpRequest.BodyPublishers.ofString("{}"))
                .statusCode()).isEqualTo(415);
        assertThat(served.send("PUT", "/v1/caches/scratch/entries/a", HttpRequest.BodyPublishers.ofString("{}"),
                "Content-Type", "application/json", "Content-Encoding", "gzip").statusCode()).isEqualTo(415);
    }

    private HttpResponse<String> entry(String value) throws Exception {
        return served.put("/v1/caches/scratch/entries/a", "{\"value\":" + value + "}");
    }
}
