package io.hexcache.infrastructure.resilience4j;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Lets calls through as long as they are answered. What counts as failed is that nobody answers, or too late; an answer
 * that refuses is an answer. While it is closed, failures count only where nothing has been answered in time for
 * {@link #SILENCE}: one primary of several that is away must not shut out the others.
 */
final class Breaker {

    /** Less than a command may take, so that the first one that nobody answers counts. */
    static final Duration SILENCE = Duration.ofMillis(200);

    private static final int HALF = 50;

    private final CircuitBreaker breaker;
    private final String what;
    private final Duration slowCall;
    private final Ticker ticker;
    private final AtomicLong lastGood;
    private final AtomicReference<String> lastFailure = new AtomicReference<>("");

    /** A closed one; {@code what} completes the sentence "... is not asked". */
    Breaker(String what, BreakerSettings settings, Ticker ticker) {
        this.what = what;
        this.slowCall = settings.slowCall();
        this.ticker = ticker;
        this.lastGood = new AtomicLong(ticker.read() - SILENCE.toNanos());
        this.breaker = CircuitBreaker.of(what, CircuitBreakerConfig.custom()
                .slidingWindow(2 * settings.failures(), settings.failures(), SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(HALF)
                .slowCallDurationThreshold(Duration.ofDays(1))
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(settings.probes())
                .writableStackTraceEnabled(false)
                .clock(new TickerClock(ticker))
                .currentTimestampFunction(clock -> ticker.read(), TimeUnit.NANOSECONDS)
                .build());
        BreakerLog.follow(breaker, what, this::lastFailure);
    }

    /** Makes a call that is answered soon where all is well, or refuses. */
    <T> T call(Supplier<T> step) {
        if (!breaker.tryAcquirePermission()) {
            throw refusal();
        }
        return judged(step, slowCall);
    }

    /** As above, for a call without an answer. */
    void run(Runnable step) {
        call(() -> {
            step.run();
            return true;
        });
    }

    /** Makes a call that may take its time, since it does much; it is not used as a probe. */
    <T> T callAtLength(Supplier<T> step) {
        if (!isClosed() || !breaker.tryAcquirePermission()) {
            throw refusal();
        }
        return judged(step, Duration.ofDays(1));
    }

    /** As above, for a call without an answer. */
    void runAtLength(Runnable step) {
        callAtLength(() -> {
            step.run();
            return true;
        });
    }

    /** Makes the call in any case, for whoever has to find out whether somebody answers; as a probe, if one is due. */
    <T> T callAlways(Supplier<T> step) {
        return breaker.tryAcquirePermission() ? judged(step, slowCall) : step.get();
    }

    private <T> T judged(Supplier<T> step, Duration inTime) {
        long begun = ticker.read();
        try {
            T answer = step.get();
            if (ticker.read() - begun > inTime.toNanos()) {
                failed(new CacheTimeoutException("answered only after %d ms".formatted(Duration.ofNanos(ticker.read()
                        - begun).toMillis())), begun);
            } else {
                succeeded(begun);
            }
            return answer;
        } catch (CacheConnectionException | CacheTimeoutException noAnswer) {
            failed(noAnswer, begun);
            throw noAnswer;
        } catch (CacheOverloadException nothingSent) {
            breaker.releasePermission();
            throw nothingSent;
        } catch (CacheException refused) {
            succeeded(begun);
            throw refused;
        } catch (Throwable mistake) {
            // Says nothing about the other side.
            breaker.releasePermission();
            throw mistake;
        }
    }

    private void succeeded(long begun) {
        lastGood.accumulateAndGet(ticker.read(), (one, other) -> one - other > 0 ? one : other);
        breaker.onSuccess(ticker.read() - begun, TimeUnit.NANOSECONDS);
    }

    private void failed(CacheException failure, long begun) {
        if (isClosed() && ticker.read() - lastGood.get() < SILENCE.toNanos()) {
            breaker.releasePermission();
            return;
        }
        lastFailure.set(failure.getMessage());
        breaker.onError(ticker.read() - begun, TimeUnit.NANOSECONDS, failure);
    }

    /** What a call gets that is not made. */
    CacheConnectionException refusal() {
        return new CacheConnectionException(("%s is not asked, nothing was sent: it did not answer, and is tried again"
                + " after a moment. The last failure: %s").formatted(what, lastFailure()));
    }

    boolean isClosed() {
        return breaker.getState() == State.CLOSED;
    }

    BreakerState state() {
        return switch (breaker.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> BreakerState.CLOSED;
            case OPEN, FORCED_OPEN -> BreakerState.OPEN;
            case HALF_OPEN -> BreakerState.HALF_OPEN;
        };
    }

    String lastFailure() {
        return Objects.requireNonNull(lastFailure.get());
    }
}
