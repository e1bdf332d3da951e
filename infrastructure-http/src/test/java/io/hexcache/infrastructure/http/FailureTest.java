package io.hexcache.infrastructure.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.hexcache.application.route.Route;
import io.hexcache.application.route.RouteReply;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheSerializationException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.error.InvalidKeyException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

class FailureTest {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(ProblemAnswers.class);
    private final Served served = new Served(
            Route.get("/t/error/{x}", _ -> {
                throw new AssertionError("an Error, not an Exception");
            }),
            Route.get("/t/unwritable", _ -> RouteReply.ok(new Unwritable("x"))));

    record Unwritable(String name) {

        @Override
        public String name() {
            throw new IllegalStateException("a secret");
        }
    }

    FailureTest() {
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        logger.setAdditive(true);
        served.close();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new InvalidKeyException("why"), 422),
                Arguments.of(new CacheConfigurationException("why"), 422),
                Arguments.of(new CacheSerializationException("why"), 422),
                Arguments.of(new CacheOverloadException("why"), 503),
                Arguments.of(new CacheTimeoutException("why"), 503),
                Arguments.of(new CacheConnectionException("why"), 503),
                Arguments.of(new CacheReadException("why"), 503),
                Arguments.of(new CacheWriteException("why"), 503));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void cacheException_becomesAProblemWithItsMessage(CacheException failure, int status) throws Exception {
        served.management().fail(failure);

        var response = served.get("/v1/caches/scratch/entries/a");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Served.problem(response)).isEqualTo("why");
        assertThat(Served.header(response, "Retry-After")).isEqualTo(status == 503 ? "1" : "(no Retry-After)");
    }

    @Test
    void unknownException_is500WithAnIdThatTheLogHasToo() throws Exception {
        served.management().fail(new IllegalStateException("a secret"));

        var response = served.get("/v1/caches/scratch/entries/a");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(Served.problem(response)).isEqualTo(
                "the service made a mistake; its log has the cause under the instance");
        assertThat(response.body()).doesNotContain("secret", "Exception", "io.hexcache", "\tat ");
        String id = (String) Served.json(response.body()).get("instance");
        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage()).isEqualTo("GET /v1/caches/scratch/entries/a failed, " + id);
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("a secret");
        });
    }

    @Test
    void twoFailures_haveTwoIds() throws Exception {
        served.management().fail(new IllegalStateException());

        assertThat(Served.json(served.get("/v1/stats").body()).get("instance")).isNotEqualTo(Served.json(served.get(
                "/v1/stats").body()).get("instance"));
    }

    @Test
    void log_namesThePathEncodedAndShortened() throws Exception {
        served.get("/t/error/%F0%9F%98%80" + "x".repeat(600));

        assertThat(log.list).singleElement().satisfies(event -> assertThat(event.getFormattedMessage()).startsWith(
                "GET /t/error/%F0%9F%98%80xxx").hasSizeLessThan(250));
    }

    @Test
    void error_is500AsWell() throws Exception {
        var response = served.get("/t/error/1");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("AssertionError", "not an Exception");
        assertThat(log.list).hasSize(1);
    }

    @Test
    void bodyThatCannotBeWritten_is500() throws Exception {
        var response = served.get("/t/unwritable");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("java.lang", "Exception", "secret");
    }
}
