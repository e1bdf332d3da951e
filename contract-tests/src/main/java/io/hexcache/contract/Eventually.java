package io.hexcache.contract;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** Waits for a condition with a deadline. The first look is at once, so that a fake clock costs no time. */
final class Eventually {

    private Eventually() {}

    static void holds(Duration patience, BooleanSupplier condition, String expectation) {
        if (condition.getAsBoolean()) {
            return;
        }
        Awaitility.await(expectation).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(patience)
                .until(condition::getAsBoolean);
    }
}
