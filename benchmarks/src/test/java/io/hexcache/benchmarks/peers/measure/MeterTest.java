package io.hexcache.benchmarks.peers.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.benchmarks.peers.plan.Callers;
import io.hexcache.benchmarks.peers.plan.Intervals;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** That what is measured is what was asked for. */
class MeterTest {

    private static final Intervals SHORT = Intervals.of(0, 1, 20, 20);

    @Test
    void measure_everyKeyIsRead_byAllCallers() {
        Set<Object> seen = ConcurrentHashMap.newKeySet();

        Figures figures = new Meter(key -> {
            seen.add(key);
            return key;
        }, 3).measure(Callers.parse("4-virtual"), SHORT);

        assertThat(seen).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(figures.get(Figures.RATE)).isPositive();
        assertThat(figures.get(Figures.P99)).isGreaterThanOrEqualTo(figures.get(Figures.P50));
        assertThat(Figures.parse(figures.text())).isEqualTo(figures);
    }

    @Test
    void measure_oneReadFindsNothing_fails() {
        Meter meter = new Meter(key -> key == 1 ? null : key, 2);

        assertThatThrownBy(() -> meter.measure(Callers.parse("2-platform"), SHORT)).isInstanceOf(
                IllegalStateException.class).hasMessageContaining("was not found");
    }
}
