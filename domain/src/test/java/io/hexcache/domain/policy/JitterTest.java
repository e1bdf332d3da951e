package io.hexcache.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JitterTest {

    private final RandomGenerator random = new SplittableRandom(20_261_120);

    @Test
    void shorten_ofAnyTtl_neverLengthensAndCutsAtMostTheFraction() {
        for (int i = 0; i < 100_000; i++) {
            double fraction = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble();
            long span = TtlBounds.LONGEST.toNanos() - TtlBounds.SHORTEST.toNanos();
            Duration ttl = TtlBounds.SHORTEST.plusNanos((long) (span * Math.pow(random.nextDouble(), 10)));
            Duration shortened = new Jitter(fraction).shorten(ttl, random);
            assertThat(shortened).isLessThanOrEqualTo(ttl).isGreaterThanOrEqualTo(TtlBounds.SHORTEST);
            assertThat((double) shortened.toNanos()).isGreaterThanOrEqualTo(ttl.toNanos() * (1 - fraction) * (1 - 1e-12)
                    - 1);
        }
    }

    @Test
    void shorten_byTenPercent_isSpreadEvenly() {
        Duration ttl = Duration.ofHours(1);
        int n = 100_000;
        int[] tenths = new int[10];
        for (int i = 0; i < n; i++) {
            double cut = 1 - Jitter.DEFAULT.shorten(ttl, random).toNanos() / (double) ttl.toNanos();
            tenths[(int) (cut * 100)]++;
        }
        // Each count is binomial with n = 100,000 and p = 0.1: its deviation is 95, and six of them are 570.
        assertThat(Arrays.stream(tenths).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(n / 10 - 570, n / 10 + 570));
    }

    @Test
    void shorten_withTheLastRandomNumberBelowOne_staysAboveZero() {
        RandomGenerator most = () -> -1L;
        assertThat(most.nextDouble()).isLessThan(1).isGreaterThan(0.999_999);
        assertThat(new Jitter(1).shorten(Duration.ofDays(365), most)).isEqualTo(Duration.ofMillis(1));
        assertThat(new Jitter(1).shorten(Duration.ofMillis(1), most)).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void none_leavesTheTtlAsItIs() {
        assertThat(Jitter.NONE.shorten(Duration.ofSeconds(5), random)).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY})
    void fraction_outOfBounds_isRefused(double fraction) {
        assertThatThrownBy(() -> new Jitter(fraction)).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("between 0 and 1");
    }
}
