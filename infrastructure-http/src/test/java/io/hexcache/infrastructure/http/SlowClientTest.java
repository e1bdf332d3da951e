package io.hexcache.infrastructure.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.application.route.Route;
import io.hexcache.application.route.RouteReply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowClientTest {

    private static final int LARGE = 100 << 20;
    private static final Duration BODY = Duration.ofMillis(400);
    private static final Duration IDLE = Duration.ofMillis(700);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String HEAD = String.join("\r\n", "PUT /v1/caches/scratch/entries/a HTTP/1.1",
            "Host: localhost", "Content-Type: application/json", "");

    private final CountDownLatch released = new CountDownLatch(1);
    private final Served served = new Served(new HttpSettings.Limits(1 << 20, 8 << 10, IDLE, BODY, 20),
            Route.get("/t/slow", _ -> RouteReply.ok(waited())),
            Route.get("/t/large", _ -> RouteReply.ok("x".repeat(LARGE))));

    @AfterEach
    void stop() {
        released.countDown();
        served.close();
    }

    private boolean waited() {
        try {
            return released.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void header_thatDripsForEver_isCut() throws Exception {
        try (RawClient client = served.raw()) {
            client.send("GET /v1/stats HTTP/1.1\r\nHost: localhost\r\n");

            dripUntilCut(client, "X");
        }
        assertThat(served.management().received()).isEmpty();
    }

    @Test
    void connection_thatSaysNothing_isCut() throws Exception {
        try (RawClient client = served.raw()) {
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void nextHeader_thatDripsForEver_isCut() throws Exception {
        try (RawClient client = served.raw()) {
            assertThat(client.ask("GET /v1/stats HTTP/1.1").status()).isEqualTo(200);

            client.send("GET /v1/stats HTTP/1.1\r\n");
            dripUntilCut(client, "X");
        }
        assertThat(served.management().received()).hasSize(1);
    }

    @Test
    void body_thatDripsForEver_isCut() throws Exception {
        try (RawClient client = served.raw()) {
            client.send(HEAD + "Content-Length: 1000000\r\n\r\n{\"value\":\"");

            dripUntilCut(client, "x");
        }
        assertThat(served.management().received()).isEmpty();
    }

    @Test
    void body_thatNeverComes_is408AndCut() throws Exception {
        try (RawClient client = served.raw()) {
            var response = client.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"v").read();

            assertThat(response.status()).isEqualTo(408);
            assertThat(response.detail()).isEqualTo("the body had not arrived whole after 400 ms");
            assertThat(client.isClosedByServer()).isTrue();
        }
        assertThat(served.management().received()).isEmpty();
    }

    @Test
    void route_thatTakesItsTime_isNotCut() throws Exception {
        try (RawClient client = served.raw()) {
            client.send("GET /t/slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.isSilentFor(IDLE.plus(IDLE))).isTrue();
            released.countDown();

            assertThat(client.read().body()).isEqualTo("true");
        }
    }

    @Test
    void response_takenTooSlowly_isCut() throws Exception {
        try (RawClient client = served.raw()) {
            client.send("GET /t/large HTTP/1.1\r\nHost: localhost\r\n\r\n");

            // Enough of it, often enough, that the server's own idle timeout never sees a pause.
            AtomicLong taken = new AtomicLong();
            Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
                int bytes = client.take(500_000);
                taken.addAndGet(Math.max(0, bytes));
                return bytes < 0;
            });
            assertThat(taken.get()).isLessThan(LARGE);
        }
    }

    @Test
    void idleConnections_beyondTheLimit_keepNobodyOutForLong() throws Exception {
        List<RawClient> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                crowd.add(served.raw());
            }
            try (RawClient late = served.raw()) {
                assertThat(late.ask("GET /v1/health/live HTTP/1.1").status()).isEqualTo(200);
            }
        } finally {
            closeAll(crowd);
        }
    }

    @Test
    void manySlowSenders_keepNobodyOutForLong() throws Exception {
        List<RawClient> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                crowd.add(served.raw().send(HEAD + "Content-Length: 100\r\n\r\n{"));
            }
            try (RawClient late = served.raw()) {
                assertThat(late.ask("GET /v1/health/live HTTP/1.1").status()).isEqualTo(200);
            }
        } finally {
            closeAll(crowd);
        }
    }

    private static void dripUntilCut(RawClient client, String drop) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            try {
                client.send(drop);
                return false;
            } catch (IOException cut) {
                return true;
            }
        });
    }

    private static void closeAll(List<RawClient> clients) throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
    }
}
