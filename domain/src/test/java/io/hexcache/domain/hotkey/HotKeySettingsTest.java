package io.hexcache.domain.hotkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HotKeySettingsTest {

    @Test
    void defaults_areThoseOfTheDocumentation() {
        assertThat(HotKeySettings.DEFAULT).isEqualTo(new HotKeySettings(100, Duration.ofSeconds(60), 8_192, 256));
    }

    @ParameterizedTest
    @CsvSource({"0, 64", "10, 64", "128, 64", "130, 128", "10000, 8192", "16384, 8192", "16386, 16384",
            "1000000000, 65536"})
    void forEntries_takesAPowerOfTwoFromHalfOfThem(long entries, int columns) {
        assertThat(HotKeySettings.forEntries(entries).columns()).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({"0, PT60S, 64, 1, threshold", "60001, PT60S, 64, 1, threshold", "1, PT0S, 64, 1, window",
            "1, PT25H, 64, 1, window", "1, PT60S, 63, 1, columns", "1, PT60S, 96, 1, columns",
            "1, PT60S, 131072, 1, columns", "1, PT60S, 64, 0, list", "1, PT60S, 64, 10001, list"})
    void settings_outOfBounds_areRefusedWithTheirName(int threshold, Duration window, int columns, int listed,
            String name) {
        assertThatThrownBy(() -> new HotKeySettings(threshold, window, columns, listed)).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("hot-key " + name);
    }
}
