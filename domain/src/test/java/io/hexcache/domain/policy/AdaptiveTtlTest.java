package io.hexcache.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdaptiveTtlTest {

    @ParameterizedTest
    @CsvSource({"0, 0, PT15M", "10, 0, PT15M", "11, 0, PT1H", "100, 0, PT1H", "101, 0, PT4H", "1000, 0, PT4H",
            "1001, 0, PT24H", "1001, 1, PT12H", "1001, 23, PT1H", "0, 14, PT1M", "0, 1000000, PT1S",
            "9223372036854775807, 0, PT24H"})
    void ttlFor_byDefault_followsTheTableAndShrinksWithChange(long reads, long changes, Duration expected) {
        assertThat(AdaptiveTtl.DEFAULT.ttlFor(reads, changes)).isEqualTo(expected);
    }

    @Test
    void ttlFor_staysInBoundsGrowsWithReadsAndFallsWithChanges() {
        RandomGenerator random = new SplittableRandom(20_261_120);
        AdaptiveTtl bounded = new AdaptiveTtl(AdaptiveTtl.DEFAULT.steps(), Duration.ofMinutes(15), Duration.ofMinutes(
                2), Duration.ofHours(3));
        for (int i = 0; i < 50_000; i++) {
            long reads = (long) Math.pow(10, random.nextDouble(5)) - 1;
            long changes = random.nextLong(30);
            Duration ttl = bounded.ttlFor(reads, changes);
            assertThat(ttl).isBetween(Duration.ofMinutes(2), Duration.ofHours(3));
            assertThat(bounded.ttlFor(reads + random.nextLong(2_000), changes)).isGreaterThanOrEqualTo(ttl);
            assertThat(bounded.ttlFor(reads, changes + random.nextLong(10))).isLessThanOrEqualTo(ttl);
        }
    }

    @Test
    void table_thatIsOutOfOrderOrBounds_isRefused() {
        refused(List.of(step(10, 60), step(100, 120)), 30, 1, 600);
        refused(List.of(step(100, 60), step(100, 60)), 30, 1, 600);
        refused(List.of(step(100, 60), step(10, 120)), 30, 1, 600);
        refused(List.of(step(100, 60)), 61, 1, 600);
        refused(List.of(), 30, 600, 1);
        refused(List.of(), 0, 1, 600);
        assertThatThrownBy(() -> step(-1, 60)).isInstanceOf(CacheConfigurationException.class);
        assertThatThrownBy(() -> step(1, 0)).isInstanceOf(CacheConfigurationException.class);
        assertThat(new AdaptiveTtl(List.of(step(100, 60), step(10, 60)), Duration.ofSeconds(60), Duration.ofSeconds(1),
                Duration.ofSeconds(600)).ttlFor(50, 0)).isEqualTo(Duration.ofSeconds(60));
    }

    private static AdaptiveTtl.Step step(long above, int seconds) {
        return new AdaptiveTtl.Step(above, Duration.ofSeconds(seconds));
    }

    private static void refused(List<AdaptiveTtl.Step> steps, int otherwise, int shortest, int longest) {
        assertThatThrownBy(() -> new AdaptiveTtl(steps, Duration.ofSeconds(otherwise), Duration.ofSeconds(shortest),
                Duration.ofSeconds(longest))).isInstanceOf(CacheConfigurationException.class);
    }
}
