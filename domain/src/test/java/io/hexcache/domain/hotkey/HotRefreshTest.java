package io.hexcache.domain.hotkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.domain.policy.XFetch;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HotRefreshTest {

    private static final long TTL = 1_000_000;
    private static final RefreshMode AHEAD = RefreshMode.Ahead.DEFAULT;

    private final RandomGenerator random = new SplittableRandom(20_261_120);

    private static CacheKey key(int number) {
        return new CacheKey(new Namespace("user"), "user-" + number, 0);
    }

    static RefreshMode[] refreshing() {
        return new RefreshMode[]{AHEAD, new RefreshMode.Probabilistic(XFetch.DEFAULT), new RefreshMode.WhileRevalidate()
        };
    }

    @ParameterizedTest
    @MethodSource("refreshing")
    void window_overManyKeys_isSpreadEvenlyFromTwentyToThirtyPercentOfTheTtl(RefreshMode mode) {
        int keys = 100_000;
        int[] tenths = new int[10];
        for (int i = 0; i < keys; i++) {
            long window = HotRefresh.window(key(i), mode, TTL);
            assertThat(window).isBetween(TTL / 5, TTL / 5 + TTL / 10);
            tenths[(int) Math.min(9, (window - TTL / 5) / (TTL / 100))]++;
        }
        // Hoeffding: a tenth is off by more than sqrt(ln(2e10) / 2n) = 0.011 with a probability below 1e-10.
        double bound = Math.sqrt(Math.log(2e10) / (2.0 * keys));
        for (int count : tenths) {
            assertThat(count / (double) keys).isCloseTo(0.1, within(bound));
        }
    }

    @Test
    void window_ofAKey_isAlwaysTheSame() {
        assertThat(IntStream.range(0, 100)).allSatisfy(i -> assertThat(HotRefresh.window(key(i), AHEAD, TTL)).isEqualTo(
                HotRefresh.window(key(i), AHEAD, TTL)));
    }

    @Test
    void window_ofALargeShare_isAtMostTheTtl() {
        assertThat(IntStream.range(0, 1_000)).allSatisfy(i -> assertThat(HotRefresh.window(key(i),
                new RefreshMode.Ahead(0.99), TTL)).isBetween(990_000L, TTL));
    }

    @Test
    void isDrawn_withinTheWindow_isOneReadInTen() {
        int n = 200_000;
        long drawn = IntStream.range(0, n).filter(i -> HotRefresh.isDrawn(key(1), AHEAD, TTL, TTL / 5, random)).count();
        // Hoeffding: off by more than sqrt(ln(2e9) / 2n) = 0.0073 with a probability below 1e-9.
        assertThat(drawn / (double) n).isCloseTo(0.1, within(Math.sqrt(Math.log(2e9) / (2.0 * n))));
    }

    @Test
    void isDrawn_outsideOfTheWindow_isNeverAndDrawsNoLot() {
        RandomGenerator none = () -> {
            throw new AssertionError("a lot was drawn");
        };
        long window = HotRefresh.window(key(1), AHEAD, TTL);
        assertThat(HotRefresh.isDrawn(key(1), AHEAD, TTL, window, none)).isFalse();
        assertThat(HotRefresh.isDrawn(key(1), new RefreshMode.None(), TTL, 1, none)).isFalse();
    }
}
