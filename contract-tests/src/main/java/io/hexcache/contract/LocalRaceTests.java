package io.hexcache.contract;

import static io.hexcache.contract.LocalCacheUnderTest.copy;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.port.LocalCache;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whoever makes a condition false and then removes leaves nothing behind, however the steps fall. */
interface LocalRaceTests extends LocalCacheUnderTest {

    @Test
    default void remove_whileTheConditionIsAsked_leavesNothing() {
        LocalCache<String> cache = roomy();

        assertNothingLeft(cache, () -> cache.remove("a"));
    }

    @Test
    default void remove_whileTheConditionOfAReplacementIsAsked_leavesNothing() {
        LocalCache<String> cache = roomy();
        cache.putIf("a", copy("a", "old", 1), () -> true);

        assertNothingLeft(cache, () -> cache.remove("a"));
    }

    @Test
    default void removeIf_whileTheConditionIsAsked_leavesNothing() {
        LocalCache<String> cache = roomy();

        assertNothingLeft(cache, () -> cache.removeIf(copy -> true));
    }

    @Test
    default void removeIf_whileTheConditionOfAReplacementIsAsked_leavesNothing() {
        LocalCache<String> cache = roomy();
        cache.putIf("a", copy("a", "old", 1), () -> true);

        assertNothingLeft(cache, () -> cache.removeIf(copy -> true));
    }

    @Test
    default void putIf_conditionsOfOneIdentifier_areAskedOneAtATime() {
        LocalCache<String> cache = roomy();
        AtomicInteger inside = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();
        Together.run(4, thread -> {
            for (int i = 0; i < 200; i++) {
                cache.putIf("a", copy("a", "value", 1), () -> {
                    overlapped.compareAndSet(false, inside.incrementAndGet() > 1);
                    for (int turn = 0; turn < 1_000; turn++) {
                        Thread.onSpinWait();
                    }
                    return inside.decrementAndGet() >= 0;
                });
            }
            return thread;
        });

        assertThat(overlapped).as("two conditions of one identifier were asked at once").isFalse();
    }

    /**
     * Stops a store in the middle of its condition, which has seen that it still holds; makes it false, begins the
     * removal, and lets the store go on only when the removal has ended or waits for it.
     */
    private void assertNothingLeft(LocalCache<String> cache, Runnable removal) {
        AtomicBoolean unchanged = new AtomicBoolean(true);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        Thread storing = Thread.ofPlatform().start(() -> cache.putIf("a", copy("a", "outdated", 1), () -> {
            boolean held = unchanged.get();
            asked.countDown();
            await(mayAnswer);
            return held;
        }));
        await(asked);
        unchanged.set(false);
        Thread removing = Thread.ofPlatform().start(removal);
        Eventually.holds(patience(), () -> switch (removing.getState()) {
            case TERMINATED, BLOCKED, WAITING, TIMED_WAITING -> true;
            case NEW, RUNNABLE -> false;
        }, "the removal has ended or waits");
        mayAnswer.countDown();
        Eventually.holds(patience(), () -> !storing.isAlive() && !removing.isAlive(), "both have ended");

        assertThat(cache.get("a")).isEmpty();
    }

    private void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(patience().toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
