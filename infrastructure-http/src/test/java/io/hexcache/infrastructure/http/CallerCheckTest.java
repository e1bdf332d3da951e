package io.hexcache.infrastructure.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerCheckTest {

    private final Served served = new Served();

    @AfterEach
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LocalHost:8080", "127.0.0.1", "127.0.0.1:1", "127.8.9.10", "[::1]", "[::1]:80"})
    void host_loopback_isAnswered(String host) throws Exception {
        assertThat(ask("Host: " + host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", "0.0.0.0",
            "[::]", "[2001:db8::1]:80", "evil.example:80", "localhost."})
    void host_foreign_is421AndReachesNothing(String host) throws Exception {
        var response = ask("Host: " + host);

        assertThat(response.status()).isEqualTo(421);
        assertThat(response.detail()).contains("localhost and loopback addresses only");
        assertThat(served.management().received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'Host: '", "'Host: localhost\r\nHost: localhost'", "'Host: localhost:99999'", "'Host: localhost:x'",
            "'Host: user@localhost'", "'X: 1'"})
    void host_noneOrMalformed_isRefused(String header) throws Exception {
        assertThat(ask(header).status()).isIn(400, 421);
        assertThat(served.management().received()).isEmpty();
    }

    @Test
    void host_missingInHttp10_is400() throws Exception {
        try (RawClient client = served.raw()) {
            var response = client.send("GET /v1/stats HTTP/1.0\r\n\r\n").read();

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.detail()).isEqualTo("the Host header is missing");
        }
    }

    @Test
    void target_absoluteWithAnotherAuthority_is400() throws Exception {
        try (RawClient client = served.raw()) {
            assertThat(client.ask("GET http://evil.example/v1/stats HTTP/1.1").status()).isEqualTo(400);
            assertThat(served.management().received()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "HTTP://LOCALHOST:8080"})
    void origin_ownOne_isAnswered(String origin) throws Exception {
        assertThat(ask("Host: localhost:8080\r\nOrigin: " + origin).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://localhost:3000", "https://localhost:8080",
            "http://127.0.0.1:8080", "http://localhost:8080.evil.example", "http://localhost:8080, http://evil.example",
            ""})
    void origin_foreign_is403AndReachesNothing(String origin) throws Exception {
        var response = ask("Host: localhost:8080\r\nOrigin: " + origin);

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.detail()).isEqualTo("pages of another origin may not use this service");
        assertThat(served.management().received()).isEmpty();
    }

    private RawClient.Response ask(String headers) throws Exception {
        try (RawClient client = served.raw()) {
            return client.send("GET /v1/stats HTTP/1.1\r\n" + headers + "\r\n\r\n").read();
        }
    }
}
