package io.hexcache.infrastructure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyBudgetTest {

    private static final int ONE = 1_000;
    private static final int TOGETHER = 1_500;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final String ENTRY = "/v1/caches/scratch/entries/a";
    private static final String HEAD = String.join("\r\n", "PUT " + ENTRY + " HTTP/1.1", "Host: localhost",
            "Content-Type: application/json", "");
    private static final String ANNOUNCED = "Content-Length: 1000\r\n\r\n{\"value\":\"";
    private static final String GROWN = "Transfer-Encoding: chunked\r\n\r\n2bc\r\n" + "x".repeat(700);

    private final Served served = new Served(new HttpSettings.Limits(ONE, 8 << 10, PATIENCE, DEADLINE, 100, TOGETHER));

    @AfterEach
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void body_beyondAllTogether_is503UntilTheOthersAreGone(boolean lengthKnown) throws Exception {
        try (RawClient other = served.raw()) {
            other.send(HEAD + (lengthKnown ? ANNOUNCED : GROWN));
            await().atMost(DEADLINE).until(() -> largest().status() == 503);
        }
        await().atMost(PATIENCE).until(() -> largest().status() == 200);
    }

    @Test
    void body_beyondAllTogether_saysWhenToComeAgain() throws Exception {
        try (RawClient other = served.raw()) {
            other.send(HEAD + ANNOUNCED);
            await().atMost(DEADLINE).until(() -> largest().status() == 503);

            RawClient.Response refused = largest();
            assertThat(refused.detail()).contains("1500 bytes");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
        }
    }

    @Test
    void body_thatGrowsBeyondAllTogether_is503() throws Exception {
        try (RawClient other = served.raw(); RawClient growing = served.raw()) {
            other.send(HEAD + ANNOUNCED);
            await().atMost(DEADLINE).until(() -> largest().status() == 503);

            assertThat(growing.send(HEAD + GROWN).read().status()).isEqualTo(503);
        }
    }

    @Test
    void body_late_givesItsShareBack() throws Exception {
        try (RawClient late = served.raw()) {
            assertThat(late.send(HEAD + ANNOUNCED).read().status()).isEqualTo(408);

            assertThat(largest().status()).isEqualTo(200);
        }
    }

    @Test
    void bodies_oneAfterTheOther_haveAllTheRoomEach() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(largest().status()).isEqualTo(200);
            assertThat(served.put(ENTRY, "x".repeat(ONE)).statusCode()).isEqualTo(400);
            assertThat(served.put(ENTRY, "x".repeat(ONE + 1)).statusCode()).isEqualTo(413);
        }
    }

    @Test
    void share_closed_takesNothingMore() {
        BodyBudget budget = new BodyBudget(10);
        BodyShare closed = budget.open();
        closed.take(10);
        closed.close();
        closed.close();

        assertThatThrownBy(() -> closed.take(1)).isInstanceOf(RequestRefused.class);
        try (BodyShare all = budget.open()) {
            all.take(10);
            assertThatThrownBy(() -> all.take(1)).isInstanceOf(RequestRefused.class);
        }
    }

    @Test
    void limits_withoutRoomForTheLargestBody_areRefused() {
        assertThatThrownBy(() -> new HttpSettings.Limits(ONE, 8 << 10, PATIENCE, DEADLINE, 100, ONE - 1)).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("999 bytes");
    }

    private RawClient.Response largest() throws Exception {
        try (RawClient client = served.raw()) {
            return client.send(HEAD + "Content-Length: 1000\r\n\r\n{\"value\":\"" + "x".repeat(ONE - 12) + "\"}")
                    .read();
        }
    }
}
