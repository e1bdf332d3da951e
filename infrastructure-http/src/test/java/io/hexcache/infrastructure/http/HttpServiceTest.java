package io.hexcache.infrastructure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.application.route.Route;
import io.hexcache.application.route.RouteReply;
import io.hexcache.domain.error.CacheConfigurationException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServiceTest {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final Route<Void> slow = Route.get("/t/slow", _ -> RouteReply.ok(waited()));

    private boolean waited() {
        arrived.countDown();
        try {
            return released.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void start_portInUse_saysSoInOneLineWithTheWayOut() {
        try (Served first = new Served()) {
            int port = first.service().port();

            assertThatThrownBy(
                    () -> HttpService.start(HttpSettings.DEFAULT.withPort(port), first.management(), List.of(),
                            InstantSource.system()))
                    .isInstanceOf(CacheConfigurationException.class).hasMessage("port " + port
                            + " on 127.0.0.1 is in use or may not be opened; stop what listens there, or choose another"
                            + " with --port");
        }
    }

    @Test
    void start_afterClose_canTakeThePortAgain() throws Exception {
        int port;
        try (Served first = new Served()) {
            port = first.service().port();
            assertThat(first.get("/v1/health/live").statusCode()).isEqualTo(200);
        }
        try (HttpService second = HttpService.start(HttpSettings.DEFAULT.withPort(port), new RecordingManagement(), List
                .of(), InstantSource.system())) {
            assertThat(second.port()).isEqualTo(port);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.0.1", "example.org", "", "localhost.example"})
    void settings_otherThanLoopback_areRefused(String address) {
        assertThatThrownBy(() -> new HttpSettings(address, 8080, HttpSettings.Limits.DEFAULT)).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("'" + address + "'").hasMessageContaining(
                        "127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "127.0.0.2", "::1"})
    void settings_loopback_isServed(String address) throws Exception {
        try (HttpService service = HttpService.start(new HttpSettings(address, 0, HttpSettings.Limits.DEFAULT),
                new RecordingManagement(), List.of(), InstantSource.system())) {
            assertThat(service.port()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void settings_portThatIsNone_isRefused(int port) {
        assertThatThrownBy(() -> HttpSettings.DEFAULT.withPort(port)).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining(String.valueOf(port));
    }

    @Test
    void settings_limitsThatAreNone_areRefused() {
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new HttpSettings.Limits(0, 8_192, second, second, 1)).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("body=0");
        assertThatThrownBy(() -> new HttpSettings.Limits(1, 10, second, second, 1)).isInstanceOf(
                CacheConfigurationException.class);
        assertThatThrownBy(() -> new HttpSettings.Limits(1, 8_192, Duration.ZERO, second, 1)).isInstanceOf(
                CacheConfigurationException.class);
        assertThatThrownBy(() -> new HttpSettings.Limits(1, 8_192, second, second, 0)).isInstanceOf(
                CacheConfigurationException.class);
    }

    @Test
    @Timeout(20)
    void close_requestInFlight_isAnsweredAndNewOnesAreNotAccepted() throws Exception {
        try (Served served = new Served(slow); RawClient client = served.raw()) {
            client.send("GET /t/slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
            arrived.await();
            CompletableFuture<Void> closed = closing(served);
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> refusesConnections(served));
            assertThat(client.isSilentFor(Duration.ofSeconds(1))).isTrue();
            assertThat(closed).isNotDone();

            released.countDown();

            assertThat(client.read().body()).isEqualTo("true");
            closed.get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    @Timeout(30)
    void close_requestThatDoesNotEnd_isCutAfterTheBound() throws Exception {
        try (Served served = new Served(slow); RawClient client = served.raw()) {
            client.send("GET /t/slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
            arrived.await();

            assertThat(closing(served)).succeedsWithin(Duration.ofSeconds(8));
            assertThat(client.isClosedByServer()).isTrue();
        } finally {
            released.countDown();
        }
    }

    @Test
    @Timeout(20)
    void close_idleConnections_areNotWaitedFor() throws Exception {
        try (Served served = new Served(); RawClient idle = served.raw(); RawClient silent = served.raw()) {
            assertThat(idle.ask("GET /v1/stats HTTP/1.1").status()).isEqualTo(200);

            assertThat(closing(served)).succeedsWithin(Duration.ofSeconds(2));
            assertThat(idle.isClosedByServer()).isTrue();
            assertThat(silent.isClosedByServer()).isTrue();
            served.service().close();
        }
    }

    @Test
    @Timeout(20)
    void close_clientThatNeverPauses_isSentAwayBetweenTwoRequests() throws Exception {
        try (Served served = new Served(); RawClient busy = served.raw()) {
            assertThat(busy.ask("GET /v1/health/live HTTP/1.1").status()).isEqualTo(200);
            CompletableFuture<RawClient.Response> last = CompletableFuture.supplyAsync(() -> askUntilSentAway(busy),
                    Thread::startVirtualThread);

            assertThat(closing(served)).succeedsWithin(Duration.ofSeconds(3));
            assertThat(last.get(5, TimeUnit.SECONDS).header("Connection")).isEqualTo("close");
        }
    }

    private static RawClient.Response askUntilSentAway(RawClient client) {
        RawClient.Response last = new RawClient.Response(0, Map.of(), "");
        try {
            while (!last.header("Connection").equals("close")) {
                last = client.ask("GET /v1/health/live HTTP/1.1");
            }
        } catch (IOException closed) {
            return last;
        }
        return last;
    }

    @Test
    @Timeout(60)
    void connections_1100Idle_doNotKeepANewOneOut() throws Exception {
        List<RawClient> crowd = new ArrayList<>();
        try (Served served = new Served()) {
            for (int i = 0; i < 1_100; i++) {
                crowd.add(served.raw());
            }
            try (RawClient late = served.raw()) {
                assertThat(late.ask("GET /v1/health/live HTTP/1.1").status()).isEqualTo(200);
            }
        } finally {
            for (RawClient client : crowd) {
                client.close();
            }
        }
    }

    private static CompletableFuture<Void> closing(Served served) {
        return CompletableFuture.runAsync(served.service()::close, Thread::startVirtualThread);
    }

    private static boolean refusesConnections(Served served) {
        try (RawClient _ = served.raw()) {
            return false;
        } catch (IOException refused) {
            return true;
        }
    }
}
