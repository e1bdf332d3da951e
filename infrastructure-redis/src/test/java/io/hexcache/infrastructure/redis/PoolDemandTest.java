package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolDemandTest {

    @ParameterizedTest
    @CsvSource({"10000, 2, 24", "1000, 1, 10", "1, 1, 10", "50000, 1, 60", "8334, 1, 11", "8333, 1, 10",
            "416666, 1, 500", "1000000, 10, 500"})
    void connections_areWhatTheLoadKeepsBusy_andAFifth_within10And500(double rate, long millis, int connections) {
        assertThat(new PoolDemand(rate, Duration.ofMillis(millis)).connections()).isEqualTo(connections);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "NaN, 1", "Infinity, 1", "100, 0", "100, -1"})
    void demand_ofNothing_isRefused(double rate, long millis) {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> new PoolDemand(rate, Duration
                .ofMillis(millis))).withMessageContaining("more than 0");
    }
}
