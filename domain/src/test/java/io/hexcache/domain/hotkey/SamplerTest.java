package io.hexcache.domain.hotkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerTest {

    private final Sampler sampler = new Sampler();

    @ParameterizedTest
    @CsvSource({"1, 2", "1, 3", "2, 4", "5, 7", "5, 32", "8, 16"})
    void picks_ofManyCalls_areOneInSoManyForEachOfCallersInTurn(int shift, int callers) {
        int n = 100_000 * callers;
        int[] picked = new int[callers];
        for (int i = 0; i < n; i++) {
            picked[i % callers] += sampler.picksOneOfTwoToThe(shift) ? 1 : 0;
        }
        // Binomial with 100,000 draws for each caller: six deviations.
        double share = Math.pow(2, -shift);
        double bound = 6 * Math.sqrt(100_000 * share * (1 - share));
        assertThat(Arrays.stream(picked).asDoubleStream().boxed()).allSatisfy(count -> assertThat(count).isCloseTo(
                100_000 * share, Assertions.within(bound)));
    }

    @Test
    void picks_ofOneInOne_areAll() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(sampler.picksOneOfTwoToThe(0)).isTrue();
        }
    }
}
