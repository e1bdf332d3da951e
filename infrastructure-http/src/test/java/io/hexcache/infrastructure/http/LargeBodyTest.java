package io.hexcache.infrastructure.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeBodyTest {

    private static final int TEN_MB = 10 << 20;
    private static final String ENTRY = "/v1/caches/scratch/entries/a";
    private static final String HEAD = String.join("\r\n", "PUT " + ENTRY + " HTTP/1.1", "Host: localhost",
            "Content-Type: application/json", "");

    private final Served served = new Served();

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void body_upToTheLimit_isTaken() throws Exception {
        int limit = HttpSettings.Limits.DEFAULT.maxBodyBytes();

        assertThat(served.put(ENTRY, json(limit)).statusCode()).isEqualTo(200);
        assertThat(served.put(ENTRY, json(limit + 1)).statusCode()).isEqualTo(413);
        assertThat(served.management().received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void body_of10MB_isAnsweredToAnOrdinaryClientThatSendsItAll(boolean lengthKnown) throws Exception {
        byte[] body = json(TEN_MB).getBytes(StandardCharsets.UTF_8);

        var response = served.send("PUT", ENTRY, lengthKnown
                ? HttpRequest.BodyPublishers.ofByteArray(body)
                : HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "Content-Type", "application/json");

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(Served.problem(response)).isEqualTo("the body is larger than 1048576 bytes, which is the limit");
        assertThat(served.management().received()).isEmpty();
    }

    @Test
    void body_of10MB_isAnsweredToAClientThatReadsOnlyWhenAllIsSent() throws Exception {
        try (RawClient client = served.raw()) {
            client.send(HEAD + "Content-Length: " + TEN_MB + "\r\n\r\n").send(json(TEN_MB));

            assertThat(client.read().status()).isEqualTo(413);
            assertThat(client.ask("GET /v1/health/live HTTP/1.1").status()).as("the same connection").isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT /nothing", "PATCH /v1/stats", "DELETE " + ENTRY, "POST /v1/invalidations"})
    void body_ofARequestRefusedForAnotherReason_isNotInTheWayOfTheNext(String request) throws Exception {
        try (RawClient client = served.raw()) {
            client.send(request + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n").send("x".repeat(
                    100_000));

            assertThat(client.read().status()).isBetween(400, 415);
            assertThat(client.ask("GET /v1/health/live HTTP/1.1").status()).isEqualTo(200);
        }
    }

    @Test
    void body_announcedTooLarge_isRefusedBeforeAByteOfItIsRead() throws Exception {
        try (RawClient client = served.raw()) {
            var response = client.send(HEAD + "Content-Length: 999999999999\r\n\r\n").read();

            assertThat(response.status()).isEqualTo(413);
            assertThat(response.detail()).contains("1048576 bytes");
        }
    }

    @Test
    void body_announcedTooLargeWithExpectation_isNeverAskedFor() throws Exception {
        try (RawClient client = served.raw()) {
            String head = client.send(HEAD + "Expect: 100-continue\r\nContent-Length: 10000000\r\n\r\n").readHead();

            assertThat(head).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void body_expectedAndFitting_isAskedForFirst() throws Exception {
        try (RawClient client = served.raw()) {
            String interim = client.send(HEAD + "Expect: 100-continue\r\nContent-Length: 11\r\n\r\n").readHead();
            assertThat(interim).startsWith("HTTP/1.1 100");

            assertThat(client.send("{\"value\":1}").read().status()).isEqualTo(200);
        }
    }

    @Test
    void body_chunkedWithoutEnd_isRefusedAtTheLimit() throws Exception {
        try (RawClient client = served.raw()) {
            client.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
            byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            int sent = 0;
            while (sent < 20 && !client.hasAnswer()) {
                client.send(chunk);
                sent++;
            }

            assertThat(client.read().status()).isEqualTo(413);
        }
        assertThat(served.management().received()).isEmpty();
    }

    @Test
    void body_chunkedWrongly_is400() throws Exception {
        try (RawClient client = served.raw()) {
            var response = client.send(HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}").read();

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.detail()).isEqualTo("the body could not be read to its end");
            assertThat(client.isClosedByServer()).isTrue();
        }
        assertThat(served.management().received()).isEmpty();
    }

    @Test
    void body_endlessSender_isCutInTheEnd() throws Exception {
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'x');
        try (RawClient client = served.raw()) {
            client.send(HEAD + "Content-Length: 99999999999\r\n\r\n");

            assertThat(sendUntilCut(client, block)).isLessThan(200);
        }
    }

    @Test
    void body_endsEarly_reachesNothing() throws Exception {
        try (RawClient client = served.raw()) {
            client.send(HEAD + "Content-Length: 100\r\n\r\n{\"value\":1}").finish();

            assertThat(client.read().status()).isEqualTo(400);
        }
        assertThat(served.management().received()).isEmpty();
    }

    private static int sendUntilCut(RawClient client, byte[] block) {
        for (int blocks = 0; blocks < 200; blocks++) {
            try {
                client.send(block);
            } catch (IOException cut) {
                return blocks;
            }
        }
        return 200;
    }

    private static String json(int bytes) {
        String frame = "{\"value\":\"\"}";
        return "{\"value\":\"" + "x".repeat(bytes - frame.length()) + "\"}";
    }
}
