package io.hexcache.contract;

import static io.hexcache.contract.LocalCacheUnderTest.copy;
import static io.hexcache.contract.LocalCacheUnderTest.limits;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.port.LocalCache;
import io.hexcache.domain.port.LocalUsage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept stays within the bounds of entries and bytes, and is counted. */
interface LocalBoundTests extends LocalCacheUnderTest {

    @Test
    default void usage_nothingStored_isNothing() {
        assertThat(small().usage()).isEqualTo(new LocalUsage(0, 0, 0));
    }

    @Test
    default void usage_withinTheBounds_countsEachCopyWithItsMinimum() {
        LocalCache<String> cache = small();
        cache.putIf("light", copy("light", "value", 1), () -> true);
        cache.putIf("heavy", copy("heavy", "value", 300), () -> true);

        awaitUsage(cache, new LocalUsage(2, 400, 0));
    }

    @Test
    default void usage_replacedAndRemoved_countsWhatIsThere() {
        LocalCache<String> cache = small();
        cache.putIf("a", copy("a", "value", 300), () -> true);
        cache.putIf("a", copy("a", "value", 200), () -> true);
        cache.putIf("b", copy("b", "value", 200), () -> true);
        cache.remove("b");

        awaitUsage(cache, new LocalUsage(1, 200, 0));
    }

    static List<LocalLimits> bounds() {
        return List.of(limits(10, 1_000), limits(3, 1_000), limits(7, 10), limits(100, 10), limits(1, 1),
                LocalLimits.DEFAULT, new LocalLimits(3, 3L << 32, 1, LocalLimits.DEFAULT.ttl()));
    }

    @ParameterizedTest
    @MethodSource("io.hexcache.contract.LocalBoundTests#bounds")
    default void putIf_moreThanTheBoundOfEntries_keepsNoMore(LocalLimits limits) {
        LocalCache<String> cache = factory().create(limits);
        int stored = Math.toIntExact(limits.maxEntries() * 2 + 10);
        Samples.keys(stored).forEach(key -> cache.putIf(key.identifier(), copy(key.identifier(), "v", 1), () -> true));

        Eventually.holds(patience(), () -> isWithin(limits, cache.usage()), "the cache keeps to " + limits);
        assertThat(readable(cache, stored)).isBetween(1L, limits.maxEntries()).isEqualTo(cache.usage().entries());
        assertThat(cache.usage().evictions()).isEqualTo(stored - cache.usage().entries());
    }

    @Test
    default void putIf_moreThanTheBoundOfBytes_keepsNoMore() {
        LocalCache<String> cache = small();
        Samples.keys(100).forEach(key -> cache.putIf(key.identifier(), copy(key.identifier(), "v", 300), () -> true));

        Eventually.holds(patience(), () -> isWithin(limits(3, 1_000), cache.usage()),
                "1,000 bytes hold 3 copies of 300");
        assertThat(readable(cache, 100)).isBetween(1L, 3L);
    }

    @Test
    default void putIf_largerThanTheCache_isNotKept() {
        LocalCache<String> cache = small();
        cache.putIf("a", copy("a", "value", 1_001), () -> true);

        Eventually.holds(patience(), () -> cache.usage().bytes() == 0, "nothing is kept");
        assertThat(cache.get("a")).isEmpty();
    }

    @Test
    default void putIf_manyThreads_keepsToTheBounds() {
        LocalCache<String> cache = small();
        Together.run(4, thread -> {
            for (int i = 0; i < 1_000; i++) {
                String identifier = thread + "-" + i;
                cache.putIf(identifier, copy(identifier, "v", 1), () -> true);
            }
            return thread;
        });

        Eventually.holds(patience(), () -> isWithin(limits(10, 1_000), cache.usage()), "the cache keeps to its limits");
    }

    @Test
    default void putIf_noEntriesAllowed_keepsNothingAndAsksTheCondition() {
        LocalCache<String> cache = factory().create(limits(0, 1_000));

        assertThat(cache.putIf("a", copy("a", "value", 1), () -> true)).isTrue();
        assertThat(cache.putIf("b", copy("b", "value", 1), () -> false)).isFalse();
        assertThat(cache.putOrRemove("c", copy("c", "value", 1), () -> true)).isTrue();
        assertThat(cache.putOrRemove("d", copy("d", "value", 1), () -> false)).isFalse();
        Eventually.holds(patience(), () -> cache.usage().entries() == 0 && cache.usage().bytes() == 0,
                "nothing is kept");
        assertThat(cache.get("a")).isEmpty();
        cache.remove("a");
        cache.removeIf(copy -> true);
    }

    private static boolean isWithin(LocalLimits limits, LocalUsage usage) {
        return usage.entries() <= limits.maxEntries() && usage.bytes() <= limits.maxBytes();
    }

    private static long readable(LocalCache<String> cache, int stored) {
        return Samples.keys(stored).stream().filter(key -> cache.get(key.identifier()).isPresent()).count();
    }

    private void awaitUsage(LocalCache<String> cache, LocalUsage expected) {
        Eventually.holds(patience(), () -> cache.usage().equals(expected), "usage is " + expected);
    }
}
