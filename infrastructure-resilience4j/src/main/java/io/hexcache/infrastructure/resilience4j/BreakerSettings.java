package io.hexcache.infrastructure.resilience4j;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;

/**
 * When a breaker opens and closes.
 *
 * @param failures it opens when so many of the last {@code 2 * failures} calls have failed; right after a start, when
 *            half of at least {@code failures} calls have (1 to 1000)
 * @param openFor how long it lets nothing through before it tries (10 ms to 1 min)
 * @param probes calls that it lets through then; it closes if more than half of them succeed, and opens again if not (1
 *            to 100)
 * @param slowCall a call of one key that is answered later than this counts as failed (1 ms to 1 min)
 */
public record BreakerSettings(int failures, Duration openFor, int probes, Duration slowCall) {

    /** Before the default, which is checked by it. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Opens after 5 failures, tries after a second, and closes after 2 of 3 successes. */
    public static final BreakerSettings DEFAULT = new BreakerSettings(5, Duration.ofSeconds(1), 3, Duration.ofMillis(
            100));

    /** Checks the bounds. */
    public BreakerSettings {
        check("breaker.failures", failures, 1000);
        check("breaker.probes", probes, 100);
        check("breaker.open-for", openFor, Duration.ofMillis(10));
        check("breaker.slow-call", slowCall, Duration.ofMillis(1));
    }

    private static void check(String name, int number, int most) {
        if (number < 1 || number > most) {
            throw new CacheConfigurationException("%s is %d; it must be 1 to %d".formatted(name, number, most));
        }
    }

    private static void check(String name, Duration time, Duration shortest) {
        if (time.compareTo(shortest) < 0 || time.compareTo(LONGEST) > 0) {
            throw new CacheConfigurationException("%s is %s; it must be %d ms to %d ms".formatted(name, time, shortest
                    .toMillis(), LONGEST.toMillis()));
        }
    }
}
