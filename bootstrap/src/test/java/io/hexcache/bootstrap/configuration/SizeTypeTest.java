package io.hexcache.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTypeTest {

    private final SizeType type = new SizeType(512, 2L << 30);

    @ParameterizedTest
    @CsvSource({"512,512", "600B,600", "1KiB,1024", "50MiB,52428800", "2GiB,2147483648"})
    void read_numberAndUnit_isTheNumberOfBytes(String text, long expected) {
        assertThat(type.read(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "511", "3GiB", "999999999GiB", "1 KiB", "1KB", "1kib", "-1KiB", "1.5MiB"})
    void read_anythingElseOrOutOfBounds_isEmpty(String text) {
        assertThat(type.read(text)).isEmpty();
    }

    @Test
    void legal_namesBothBounds_inTheirLargestUnit() {
        assertThat(type.legal()).startsWith("a size from 512B to 2GiB, ");
    }
}
