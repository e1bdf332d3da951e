package io.hexcache.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NamespaceStatisticsTest {

    private final NamespaceStatistics statistics = new NamespaceStatistics();

    @Test
    void meanLoadTime_beforeAnyLoad_isEmpty() {
        statistics.count(CacheEvent.LOAD);

        assertThat(statistics.meanLoadTime()).isEmpty();
    }

    @Test
    void meanLoadTime_ofSomeLoads_isTheirMean() {
        statistics.loadTook(Duration.ofMillis(100));
        statistics.loadTook(Duration.ZERO);
        statistics.loadTook(Duration.ofMillis(50));

        assertThat(statistics.meanLoadTime()).contains(Duration.ofMillis(50));
        assertThat(statistics.of(CacheEvent.LOAD)).isZero();
    }
}
