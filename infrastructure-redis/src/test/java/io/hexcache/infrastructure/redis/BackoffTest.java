package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final AtomicLong now = new AtomicLong();
    private final Backoff backoff = new Backoff(now::get);

    @Test
    void after_growsInSteps_upToTwoSeconds() {
        assertThat(Backoff.after(0)).isZero();
        assertThat(Backoff.after(3)).isEqualTo(Duration.ofMillis(150));
        assertThat(Backoff.after(40)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Backoff.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void check_tooEarly_saysWhatFailedLast() {
        backoff.failed(new CacheConnectionException("first"));
        backoff.failed(new CacheConnectionException("second"));

        now.addAndGet(Duration.ofMillis(99).toNanos());
        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(backoff::check).withMessage("second");
        now.addAndGet(Duration.ofMillis(1).toNanos());
        assertThatCode(backoff::check).doesNotThrowAnyException();
    }

    @Test
    void check_afterSuccess_isOpen() {
        backoff.failed(new CacheConnectionException("first"));
        backoff.worked();

        assertThatCode(backoff::check).doesNotThrowAnyException();
    }
}
