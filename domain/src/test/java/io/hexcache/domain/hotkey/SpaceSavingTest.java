package io.hexcache.domain.hotkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceSavingTest {

    @ParameterizedTest
    @CsvSource({"1, 0.0, 20", "2, 0.5, 20", "3, 0.8, 50", "4, 1.0, 50", "5, 1.2, 50", "6, 2.0, 10", "7, 1.0, 1"})
    void counters_ofAZipfStream_holdTheGuaranteeOfThePaper(long seed, double skew, int capacity) {
        ZipfStream stream = new ZipfStream(2_000, skew, new SplittableRandom(seed));
        SpaceSaving summary = new SpaceSaving(capacity);
        int n = 50_000;
        for (int i = 0; i < n; i++) {
            summary.add(stream.next(), 1);
        }
        holdsTheGuarantee(summary, stream.drawn(), n, capacity);
    }

    @Test
    void counters_ofAWeightedStream_holdTheGuarantee() {
        RandomGenerator random = new SplittableRandom(8);
        ZipfStream stream = new ZipfStream(500, 1, random);
        SpaceSaving summary = new SpaceSaving(30);
        Map<String, Long> weights = new HashMap<>();
        long total = 0;
        for (int i = 0; i < 20_000; i++) {
            String item = stream.next();
            long weight = 1L << random.nextInt(6);
            summary.add(item, weight);
            weights.merge(item, weight, Long::sum);
            total += weight;
        }
        holdsTheGuarantee(summary, weights, total, 30);
    }

    @Test
    void counters_ofTheWorstOrder_holdTheGuarantee() {
        SpaceSaving summary = new SpaceSaving(10);
        Map<String, Long> drawn = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            // Each new item takes over the one before it, and the frequent one comes last.
            String item = i < 880 ? "once" + i : "often";
            summary.add(item, 1);
            drawn.merge(item, 1L, Long::sum);
        }
        holdsTheGuarantee(summary, drawn, 1_000, 10);
        assertThat(summary.top().findFirst().map(Entry::getKey)).contains("often");
    }

    private static void holdsTheGuarantee(SpaceSaving summary, Map<String, Long> weights, long total, int capacity) {
        List<Entry<String, SpaceSaving.Counter>> counted = summary.top().toList();
        assertThat(counted).hasSizeLessThanOrEqualTo(capacity);
        assertThat(summary.total()).isEqualTo(total);
        assertThat(counted.stream().mapToLong(entry -> entry.getValue().count()).sum()).isEqualTo(total);
        for (Entry<String, SpaceSaving.Counter> entry : counted) {
            SpaceSaving.Counter counter = entry.getValue();
            long weight = weights.get(entry.getKey());
            assertThat(weight).as(entry.getKey()).isBetween(counter.count() - counter.error(), counter.count());
            assertThat(counter.error()).isLessThanOrEqualTo(total / capacity);
        }
        List<String> names = counted.stream().map(Entry::getKey).toList();
        weights.forEach((item, weight) -> {
            assertThat(weight).as(item).isLessThanOrEqualTo(summary.counter(item).count());
            assertThat(weight > total / capacity && !names.contains(item)).as("%s, %s times, is missing", item, weight)
                    .isFalse();
        });
    }

    @Test
    void top_isSortedAndExactWhileEveryItemHasACounter() {
        SpaceSaving summary = new SpaceSaving(3);
        List.of("b", "a", "c", "b", "a", "b").forEach(item -> summary.add(item, 1));
        assertThat(summary.top().map(Entry::getKey)).containsExactly("b", "a", "c");
        assertThat(summary.counter("b")).isEqualTo(new SpaceSaving.Counter(3, 0));
        assertThat(summary.counter("unknown")).isEqualTo(new SpaceSaving.Counter(1, 1));
    }
}
