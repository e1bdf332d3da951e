package io.hexcache.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.CacheConfigurationException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XFetchTest {

    private static final long LOAD = 40_000_000;

    private final RandomGenerator random = new SplittableRandom(20_261_120);

    @ParameterizedTest
    @CsvSource({"1, 0.01", "1, 0.5", "1, 1", "1, 2", "1, 5", "0.5, 1", "2, 1", "2, 3"})
    void isDue_comesWithTheProbabilityOfThePaper(double beta, double loadsLeft) {
        int n = 200_000;
        int due = 0;
        XFetch xfetch = new XFetch(beta);
        for (int i = 0; i < n; i++) {
            due += xfetch.isDue((long) (loadsLeft * LOAD), LOAD, random) ? 1 : 0;
        }
        // Hoeffding: off by more than sqrt(ln(2e9) / 2n) = 0.0073 with a probability below 1e-9.
        double bound = Math.sqrt(Math.log(2e9) / (2.0 * n));
        assertThat((double) due / n).isCloseTo(Math.exp(-loadsLeft / beta), Assertions.within(bound));
    }

    @Test
    void isDue_onceExpired_isCertain() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(XFetch.DEFAULT.isDue(-random.nextLong(1_000_000), random.nextLong(1_000), random)).isTrue();
        }
        assertThat(XFetch.DEFAULT.isDue(0, 0, () -> 0L)).as("at the very moment, by the least lot").isTrue();
    }

    @Test
    void isDue_withoutALoadTime_isNeverEarly() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(XFetch.DEFAULT.isDue(1, 0, random)).isFalse();
        }
    }

    @Test
    void isDue_withTheExtremesOfRandomness_isFinite() {
        RandomGenerator least = () -> 0L;
        RandomGenerator most = () -> -1L;
        assertThat(least.nextDouble()).isZero();
        assertThat(XFetch.DEFAULT.isDue(1, LOAD, least)).isFalse();
        // The smallest lot is 2^-53: its logarithm is -36.7, so nothing is refreshed more than 37 load times early.
        assertThat(XFetch.DEFAULT.isDue(36 * LOAD, LOAD, most)).isTrue();
        assertThat(XFetch.DEFAULT.isDue(37 * LOAD, LOAD, most)).isFalse();
    }

    @Test
    void isDue_withLessTimeLeftOrALongerLoad_isNoLessLikely() {
        for (int i = 0; i < 50_000; i++) {
            long bits = random.nextLong();
            RandomGenerator same = () -> bits;
            long remaining = random.nextLong(10 * LOAD);
            long load = random.nextLong(LOAD);
            if (XFetch.DEFAULT.isDue(remaining, load, same)) {
                assertThat(XFetch.DEFAULT.isDue(remaining / 2, load, same)).isTrue();
                assertThat(XFetch.DEFAULT.isDue(remaining, 2 * load, same)).isTrue();
                assertThat(new XFetch(2).isDue(remaining, load, same)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 100.1, Double.NaN})
    void beta_outOfBounds_isRefused(double beta) {
        assertThatThrownBy(() -> new XFetch(beta)).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("beta");
    }
}
