package io.hexcache.domain.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheAdvisorTest {

    private static final double ONCE_PER_HOUR = 1 / 3600.0;

    private final CacheAdvisor advisor = new CacheAdvisor();

    private Advice advise(long loadMillis, double reads, double writes, Duration tolerated) {
        return advisor.advise(new Workload(Duration.ofMillis(loadMillis), reads, writes, tolerated));
    }

    @ParameterizedTest
    @CsvSource({"101, 2, 0.01, A load takes 101 ms", "5, 10.1, 0.01, 10.1 reads per second",
            "5, 2, 0.0002, changes 0.72 times per hour"})
    void advise_withOneArgumentForIt_cachesAndSaysWhich(long loadMillis, double reads, double writes, String reason) {
        Advice advice = advise(loadMillis, reads, writes, Duration.ofMinutes(10));
        assertThat(advice).isInstanceOf(Advice.DoCache.class);
        assertThat(advice.reasons()).anyMatch(sentence -> sentence.contains(reason));
    }

    @Test
    void advise_atTheThresholds_findsNothingToGain() {
        Advice advice = advise(100, 10, ONCE_PER_HOUR, Duration.ofMinutes(10));
        assertThat(advice).isInstanceOf(Advice.DoNotCache.class);
        assertThat(advice.reasons()).singleElement().asString().contains("only 100 ms", "10.0 reads", "1.00 times",
                "little to gain");
    }

    @Test
    void advise_whereACopyIsGoneBeforeItIsReadAgain_doesNotCache() {
        Advice advice = advise(500, 0.01, 0, Duration.ofSeconds(30));
        assertThat(advice).isInstanceOf(Advice.DoNotCache.class);
        assertThat(advice.reasons()).singleElement().asString().contains("PT30S", "0.30 times");
        assertThat(advise(500, 0, 0, Duration.ofDays(1))).isInstanceOf(Advice.DoNotCache.class);
    }

    @ParameterizedTest
    @CsvSource({"PT10M, 0.01, PT1M40S", "PT1M, 0.01, PT1M", "PT100H, 0, PT24H", "PT0S, 0, PT1M", "PT0S, 0.1, PT10S",
            "PT0.5S, 0, PT0.5S"})
    void ttl_isBoundedByChangeAndTolerance(Duration tolerated, double writes, Duration expected) {
        assertThat(advise(500, 100, writes, tolerated)).isInstanceOfSatisfying(Advice.DoCache.class,
                advice -> assertThat(advice.ttl()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"29, 71, PT1M, WRITE_BEHIND", "81, 19, PT0S, WRITE_THROUGH", "80, 20, PT0S, CACHE_ASIDE",
            "81, 19, PT1M, CACHE_ASIDE"})
    void pattern_followsTheSharesOfReadsAndWrites(double reads, double writes, Duration tolerated,
            CachingPattern expected) {
        assertThat(advise(500, reads, writes, tolerated)).isInstanceOfSatisfying(Advice.DoCache.class,
                advice -> assertThat(advice.pattern()).isEqualTo(expected));
    }

    @Test
    void advise_withSeventyPercentWrites_doesNotYetCallForWriteBehind() {
        assertThat(advise(500, 30, 70, Duration.ofMinutes(1))).isInstanceOf(Advice.DoNotCache.class);
    }

    @Test
    void advise_forStrictReadersOfMostlyWrittenValues_doesNotCache() {
        Advice advice = advise(500, 1, 9, Duration.ZERO);
        assertThat(advice).isInstanceOf(Advice.DoNotCache.class);
        assertThat(advice.reasons()).singleElement().asString().contains("90 %", "want the current value");
    }

    @Test
    void advise_onAnyWorkload_givesReasonsAndNeverATtlBeyondTheTolerance() {
        RandomGenerator random = new SplittableRandom(20_261_120);
        int cached = 0;
        for (int i = 0; i < 50_000; i++) {
            Duration tolerated = Duration.ofMillis((long) Math.pow(10, random.nextDouble(9)) - 1);
            Advice advice = advise(random.nextLong(1_000), rate(random), rate(random), tolerated);
            assertThat(advice.reasons()).isNotEmpty().allMatch(sentence -> sentence.endsWith("."));
            if (advice instanceof Advice.DoCache cache) {
                cached++;
                assertThat(cache.ttl()).isPositive().isLessThanOrEqualTo(tolerated.isZero() ? Duration.ofMinutes(1)
                        : tolerated);
            }
        }
        assertThat(cached).isBetween(5_000, 45_000);
    }

    private static double rate(RandomGenerator random) {
        return random.nextInt(10) == 0 ? 0 : Math.pow(10, random.nextDouble(-6, 4));
    }

    @Test
    void workload_withImpossibleNumbers_isRefusedWithTheName() {
        assertThatThrownBy(() -> advise(-1, 1, 1, Duration.ZERO)).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("load time");
        assertThatThrownBy(() -> advise(1, Double.NaN, 1, Duration.ZERO)).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("read rate");
        assertThatThrownBy(() -> advise(1, 1, Double.POSITIVE_INFINITY, Duration.ZERO)).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("write rate");
        assertThatThrownBy(() -> advise(1, 1, 1, Duration.ofSeconds(-1))).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("staleness");
    }
}
