package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoLimitTest {

    private final GoLimit limit = new GoLimit();

    private void answer(int callers, int bytes, int times) {
        for (int i = 0; i < times; i++) {
            limit.answered(Collections.nCopies(callers, List.of(new byte[bytes])));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 512", "300, 512", "10000, 104", "100000, 16", "5000000, 16"})
    void callers_byWhatTheyWereAnswered_takeAboutAMebibyteTogether(int bytes, int callers) {
        answer(10, bytes, 100);

        assertThat(limit.callers()).isCloseTo(callers, Percentage.withPercentage(5));
    }

    @Test
    void callers_beforeAnythingWasAnswered_areAsManyAsEver() {
        assertThat(limit.callers()).isEqualTo(512);
    }

    @Test
    void callers_afterLargeAnswersHaveEnded_becomeManyAgain() {
        answer(16, 1_000_000, 100);
        assertThat(limit.callers()).isEqualTo(16);
        answer(16, 100, 100);
        assertThat(limit.callers()).isEqualTo(512);
    }
}
