package io.hexcache.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({"250ms,PT0.25S", "0s,PT0S", "30s,PT30S", "5m,PT5M", "1h,PT1H", "7d,PT168H"})
    void read_numberAndUnit_isTheDuration(String text, Duration expected) {
        assertThat(DurationText.read(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "m", "-5m", "5 m", "5M", "1.5h", "5m30s", "PT5M", "999999999999999d", "٥m"})
    void read_anythingElse_isEmpty(String text) {
        assertThat(DurationText.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0ms", "250ms", "1s", "90s", "5m", "1h", "25h", "7d"})
    void write_isReadBack_asTheSame(String text) {
        assertThat(DurationText.read(text).map(DurationText::write)).contains(text);
    }

    @Test
    void write_takesTheLargestUnit_thatDivides() {
        assertThat(DurationText.write(Duration.ofMinutes(2))).isEqualTo("2m");
    }
}
