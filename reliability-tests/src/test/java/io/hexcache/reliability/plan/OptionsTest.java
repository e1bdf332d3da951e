package io.hexcache.reliability.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void parse_modeAlone_hasDefaults() {
        assertThat(Options.parse("quick")).isEqualTo(new Options(Options.Mode.QUICK, 1, Duration.ofMinutes(2), Path.of(
                "bootstrap/target/hexcache.jar"), Path.of("reliability-report.json")));
    }

    @Test
    void parse_allOptions_areTaken() {
        assertThat(Options.parse("soak", "--seed", "-7", "--minutes", "90", "--jar", "a.jar", "--report", "b.json"))
                .isEqualTo(new Options(Options.Mode.SOAK, -7, Duration.ofMinutes(90), Path.of("a.jar"), Path.of(
                        "b.json")));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', value = {
            "\"\"|say quick or soak",
            "slow|'slow' is neither quick nor soak",
            "quick --seed|nothing follows --seed",
            "quick --seed x|--seed is 'x', which is no whole number",
            "quick --minutes 5|--minutes is 5; it must be 1 to 4",
            "soak --minutes 0|--minutes is 0",
            "quick --speed 1|there is no option --speed"})
    void parse_misuse_saysWhatIsWrongAndWhatCanBeSaid(String words, String reason) {
        String[] split = words.isEmpty() ? new String[0] : words.split(" ");

        assertThatThrownBy(() -> Options.parse(split)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason).hasMessageContaining("./reliability quick|soak");
    }
}
