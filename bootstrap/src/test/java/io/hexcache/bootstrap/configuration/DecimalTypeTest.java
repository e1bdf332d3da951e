package io.hexcache.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTypeTest {

    private final DecimalType type = DecimalType.between("0.01", "100");

    @ParameterizedTest
    @CsvSource({"0.01, 0.01", "100, 100", "1.500000, 1.5", "007, 7"})
    void read_betweenTheBounds_isTheNumber(String text, double expected) {
        assertThat(type.read(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.009999", "100.000001", "-1", "+1", "1e1", ".5", "1.", "1,5", "NaN", "", "50%"})
    void read_anythingElse_isEmpty(String text) {
        assertThat(type.read(text)).isEmpty();
    }

    @Test
    void legal_namesTheBoundsAndASample() {
        assertThat(type.legal()).isEqualTo("a number from 0.01 to 100, such as 1.5");
    }
}
