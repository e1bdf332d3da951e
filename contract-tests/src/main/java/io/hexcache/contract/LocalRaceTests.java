package io.hexcache.contract;

import static io.hexcache.contract.LocalCacheUnderTest.copy;
import static io.hexcache.contract.LocalCacheUnderTest.valueIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.port.LocalCache;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
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
    default void remove_whileTheConditionOfPutOrRemoveIsAsked_leavesNothing() {
        LocalCache<String> cache = roomy();

        assertNothingLeft(cache, cache::putOrRemove, () -> cache.remove("a"));
    }

    @Test
    default void removeIf_whileTheConditionOfPutOrRemoveIsAsked_leavesNothing() {
        LocalCache<String> cache = roomy();
        cache.putIf("a", copy("a", "old", 1), () -> true);

        assertNothingLeft(cache, cache::putOrRemove, () -> cache.removeIf(copy -> true));
    }

    /**
     * Another store comes while the condition is being asked, which does not hold: in one atomic step with the removal
     * this means that the other one stays.
     */
    @Test
    default void putOrRemove_anotherStoresMeanwhile_removesNothingOfTheOther() {
        LocalCache<String> cache = roomy();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        Thread refused = Thread.ofPlatform()
                .start(() -> cache.putOrRemove("a", copy("a", "refused", 1), () -> {
                    asked.countDown();
                    await(mayAnswer);
                    return false;
                }));
        await(asked);
        Thread storing = Thread.ofPlatform().start(() -> cache.putIf("a", copy("a", "stored", 1), () -> true));
        awaitEndOrWait(storing);
        mayAnswer.countDown();
        Eventually.holds(patience(), () -> !refused.isAlive() && !storing.isAlive(), "both have ended");

        assertThat(valueIn(cache, "a")).contains("stored");
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
        assertNothingLeft(cache, cache::putIf, removal);
    }

    private void assertNothingLeft(LocalCache<String> cache, Store store, Runnable removal) {
        AtomicBoolean unchanged = new AtomicBoolean(true);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        Thread storing = Thread.ofPlatform().start(() -> store.put("a", copy("a", "outdated", 1), () -> {
            boolean held = unchanged.get();
            asked.countDown();
            await(mayAnswer);
            return held;
        }));
        await(asked);
        unchanged.set(false);
        Thread removing = Thread.ofPlatform().start(removal);
        awaitEndOrWait(removing);
        mayAnswer.countDown();
        Eventually.holds(patience(), () -> !storing.isAlive() && !removing.isAlive(), "both have ended");

        assertThat(cache.get("a")).isEmpty();
    }

    /** One of the ways to store. */
    @FunctionalInterface
    interface Store {

        /** As {@link LocalCache#putIf}. */
        boolean put(String identifier, LocalEntry<String> entry, BooleanSupplier condition);
    }

    private void awaitEndOrWait(Thread thread) {
        Eventually.holds(patience(), () -> switch (thread.getState()) {
            case TERMINATED, BLOCKED, WAITING, TIMED_WAITING -> true;
            case NEW, RUNNABLE -> false;
        }, "the other thread has ended or waits");
    }

    private void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(patience().toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
