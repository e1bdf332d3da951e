package io.hexcache.infrastructure.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no decent client sends: each is a problem document with the reason, and reaches nothing. */
class BadRequestTest {

    private static final String ENTRY = "/v1/caches/scratch/entries/";

    private final Served served = new Served();

    @AfterEach
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({"a%2fb, an id in a path cannot hold", "a%2Fb, %2f", "%2e%2e, segment", ".., means another path",
            "., means another path",
            "../../other/entries/x, means another path", "%2e%2e%2fx, %2f", "a%00b, %00", "a%0ab, Character",
            "a%0d%0aX-Forged:1, Character", "a%7fb, Character", "a%5cb, Character", "a\\b, Character", "a;b, ';'",
            "%zz, percent-encoding", "%, percent-encoding", "a%ff, UTF-8", "%c0%af, UTF-8", "%ed%a0%80, UTF-8",
            "%u0041, UTF-16", "\u00e9, Character", "a#b, Fragment", "a//b, empty segment", "%c2%85, U+0085"})
    void identifier_ambiguousOrIllegal_is400WithTheReason(String identifier, String reason) throws Exception {
        for (String method : new String[]{"GET", "DELETE"}) {
            try (RawClient client = served.raw()) {
                var response = client.ask(method + " " + ENTRY + identifier + " HTTP/1.1");

                assertThat(response.status()).isEqualTo(400);
                assertThat(response.detail()).contains(reason);
            }
        }
        assertThat(served.management().received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"%20, blank", "%E2%80%83, blank"})
    void identifier_blank_is422(String identifier, String reason) throws Exception {
        var response = served.get(ENTRY + identifier);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Served.problem(response)).contains(reason);
        assertThat(served.management().received()).isEmpty();
    }

    @Test
    void identifier_of600Characters_is422WithTheLimit() throws Exception {
        var response = served.put(ENTRY + "x".repeat(600), "{\"value\":1}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Served.problem(response)).contains("takes 600 bytes", "at most 501");
        assertThat(served.management().received()).isEmpty();
    }

    @Test
    void identifier_empty_is404() throws Exception {
        assertThat(served.get(ENTRY).statusCode()).isEqualTo(404);
        assertThat(served.management().received()).isEmpty();
    }

    @Test
    void requestLine_tooLong_is414() throws Exception {
        try (RawClient client = served.raw()) {
            var response = client.ask("GET /" + "x".repeat(9_000) + " HTTP/1.1");

            assertThat(response.status()).isEqualTo(414);
            assertThat(response.detail()).contains("too long");
        }
    }

    @Test
    void headers_tooLarge_are431() throws Exception {
        try (RawClient client = served.raw()) {
            var response = client.send("GET /v1/stats HTTP/1.1\r\nHost: localhost\r\nX: " + "y".repeat(9_000)
                    + "\r\n\r\n").read();

            assertThat(response.status()).isEqualTo(431);
            assertThat(response.detail()).contains("too long");
            assertThat(served.management().received()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "nonsense\r\n\r\n",
            "\u0016\u0003\u0001\u0002\r\n\r\n",
            "GET /v1/stats HTTP/1.1\r\nHost : localhost\r\n\r\n",
            "GET /v1/stats HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n",
            "GET /v1/stats HTTP/1.1\r\nHost: localhost\r\nX: a\r\n folded\r\n\r\n",
            "GET /v1/stats HTTP/1.1\r\nHost: localhost\r\nX: a\u0000b\r\n\r\n",
            "GET /v1/stats HTTP/1.1\nHost: localhost\n\n",
            "GET v1/stats HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /v1/stats HTTP/3.7\r\nHost: localhost\r\n\r\n",
            "GET /v1/stats\r\n\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "POST /v1/invalidations HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n{}",
            "POST /v1/invalidations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
            "POST /v1/invalidations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
            "POST /v1/invalidations HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                    + "Content-Length: 2\r\n\r\n{}",
            "POST /v1/invalidations HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n{}",
            "POST /v1/invalidations HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, x\r\n\r\nzz\r\n"})
    void message_notHttp_isAProblemAndTheEndOfTheConnection(String message) throws Exception {
        try (RawClient client = served.raw()) {
            var response = client.send(message).read();

            assertThat(response.status()).isIn(400, 426, 505, 501);
            assertThat(response.detail()).isNotBlank().doesNotContainPattern("(?i)jetty|exception|java");
            assertThat(client.isClosedByServer()).isTrue();
        }
        assertThat(served.management().received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "OPTIONS", "DELETE"})
    void target_star_is400(String method) throws Exception {
        try (RawClient client = served.raw()) {
            assertThat(client.ask(method + " * HTTP/1.1").status()).isEqualTo(400);
        }
        assertThat(served.management().received()).isEmpty();
    }

    @Test
    void connect_isRefusedAndOpensNoTunnel() throws Exception {
        try (RawClient client = served.raw()) {
            var response = client.send("CONNECT localhost:80 HTTP/1.1\r\nHost: localhost:80\r\n\r\n").read();

            assertThat(response.status()).isEqualTo(405);
            assertThat(response.detail()).isEqualTo("this is no proxy");
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void everyAnswer_hidesTheServerAndForbidsSniffing() throws Exception {
        try (RawClient client = served.raw()) {
            for (String path : new String[]{"/v1/stats", "/nothing", "/a%2fb"}) {
                String head = client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").readHead();
                client.read(head);

                assertThat(head.toLowerCase(Locale.ROOT)).doesNotContain("\r\nserver:", "jetty", "x-powered-by")
                        .contains(
                                "x-content-type-options: nosniff", "cache-control: no-store");
            }
        }
    }

    @Test
    void pipelinedRequests_areAnsweredInOrder() throws Exception {
        try (RawClient client = served.raw()) {
            client.send(String.join("",
                    "GET /v1/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "POST /v1/invalidations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n",
                    "Content-Length: 16\r\n\r\n{\"prefix\":\"a:b\"}",
                    "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "GET /v1/health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));

            assertThat(client.read().body()).isEqualTo("{\"live\":true}");
            assertThat(client.read().body()).isEqualTo("{\"removed\":1}");
            assertThat(client.read().status()).isEqualTo(404);
            assertThat(client.read().body()).isEqualTo("{\"ready\":true}");
            assertThat(client.isClosedByServer()).isTrue();
        }
    }
}
