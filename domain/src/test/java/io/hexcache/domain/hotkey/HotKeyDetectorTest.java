package io.hexcache.domain.hotkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HotKeyDetectorTest {

    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final int THRESHOLD = 100;

    private final FakeTicker ticker = new FakeTicker();
    private final HotKeyDetector detector = new HotKeyDetector(HotKeySettings.DEFAULT, ticker);

    private static void read(HotKeyDetector detector, String key, int times) {
        for (int i = 0; i < times; i++) {
            detector.countAndTest(key);
        }
    }

    @Test
    void sample_ofFewReads_countsThemAll() {
        for (int i = 0; i < THRESHOLD - 1; i++) {
            detector.sample("a", ticker.read());
        }
        assertThat(detector.reads("a")).isEqualTo(THRESHOLD - 1);
        assertThat(detector.isHot("a")).isFalse();
        detector.sample("a", ticker.read());
        assertThat(detector.isHot("a")).isTrue();
    }

    @Test
    void sample_ofManyReads_isRightOnAverageAndExactAgainInTheNextWindow() {
        int others = 2_000_000;
        for (int i = 0; i < others; i++) {
            sampleOneNanoLater("busy");
        }
        int reads = 800_000;
        for (int i = 0; i < reads; i++) {
            sampleOneNanoLater("a");
        }
        // One in 32 is counted, and one in 64 of those is listed; 4 standard deviations are at most
        // 4 * sqrt(32 * 64 * 800,000) = 161,909.
        assertThat(detector.reads("a")).isBetween(reads - 161_909L, reads + 161_909L + THRESHOLD);
        ticker.advance(WINDOW.multipliedBy(2));
        for (int i = 0; i < 1_000; i++) {
            // Until one of them is picked, which notices that the window is over.
            sampleOneNanoLater("busy");
        }
        detector.sample("c", ticker.read());
        assertThat(detector.reads("c")).isEqualTo(1);
    }

    private void sampleOneNanoLater(String key) {
        ticker.advance(Duration.ofNanos(1));
        detector.sample(key, ticker.read());
    }

    @Test
    void countAndTest_saysHotFromTheHundredthReadOn() {
        for (int i = 1; i <= 300; i++) {
            assertThat(detector.countAndTest("a")).as("read %d", i).isEqualTo(i >= THRESHOLD);
        }
    }

    @Test
    void countAndTest_ofASteadyKey_staysHotOverTheEndsOfWindows() {
        read(detector, "a", THRESHOLD);
        for (int i = 0; i < 2_000; i++) {
            // 102 reads in each 60 s.
            ticker.advance(Duration.ofMillis(588));
            assertThat(detector.countAndTest("a")).as("read %d", i).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0.8", "2, 1.0", "3, 1.2"})
    void countAndTest_underAZipfStream_findsEveryHotKeyAndFewOthers(long seed, double skew) {
        ZipfStream stream = new ZipfStream(50_000, skew, new SplittableRandom(seed));
        Set<String> found = new HashSet<>();
        int n = 300_000;
        for (int i = 0; i < n; i++) {
            String key = stream.next();
            boolean hot = detector.countAndTest(key);
            assertThat(hot || stream.drawn().get(key) < THRESHOLD).as("%s was missed", key).isTrue();
            if (hot) {
                found.add(key);
            }
            ticker.advance(WINDOW.dividedBy(n));
        }
        Set<String> hot = new HashSet<>();
        stream.drawn().forEach((key, reads) -> {
            if (reads >= THRESHOLD) {
                hot.add(key);
            }
        });
        assertThat(hot).hasSizeGreaterThan(50);
        assertThat(found).containsAll(hot);
        double cold = stream.drawn().values().stream().mapToLong(reads -> Math.min(reads, THRESHOLD)).sum();
        double bound = Math.E / HotKeySettings.DEFAULT.columns() * cold;
        // With 98 %, an estimate is too high by at most the bound: who is colder than that is found by chance only.
        long byChance = found.stream().filter(key -> stream.drawn().get(key) < THRESHOLD - bound).count();
        assertThat((double) byChance).isLessThanOrEqualTo(Math.exp(-4) * stream.drawn().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void top_whileEveryReadIsCounted_holdsItsGuarantee(long seed) {
        HotKeySettings settings = new HotKeySettings(10, WINDOW, 1 << 14, 40);
        HotKeyDetector small = new HotKeyDetector(settings, ticker);
        ZipfStream stream = new ZipfStream(5_000, 1, new SplittableRandom(seed));
        Map<String, Long> whileHot = new HashMap<>();
        for (int i = 0; i < 60_000; i++) {
            String key = stream.next();
            if (small.countAndTest(key)) {
                whileHot.merge(key, 1L, Long::sum);
            }
        }
        HotKeys top = small.top(40);
        assertThat(top.sampling()).isEqualTo(1);
        assertThat(top.missed()).isZero();
        assertThat(top.reads()).isEqualTo(whileHot.values().stream().mapToLong(reads -> reads).sum());
        long bound = top.reads() / 40;
        Set<String> listed = new HashSet<>();
        for (HotKey key : top.keys()) {
            listed.add(key.identifier());
            long hot = whileHot.get(key.identifier());
            assertThat(key.reads() - 9).isBetween(hot, hot + bound);
            assertThat(stream.drawn().get(key.identifier())).isBetween(key.reads() - key.error(), key.reads());
        }
        assertThat(whileHot).allSatisfy((key, reads) -> assertThat(reads <= bound || listed.contains(key)).as(key)
                .isTrue());
        assertThat(whileHot.values()).as("some must be above the bound").anyMatch(reads -> reads > bound);
    }

    @Test
    void top_ofMillionsOfReads_isRightWithinTheErrorOfItsSample() {
        ZipfStream stream = new ZipfStream(2_000, 1, new SplittableRandom(20_261_120));
        int n = 3_000_000;
        for (int i = 0; i < n; i++) {
            detector.countAndTest(stream.next());
        }
        HotKeys top = detector.top(10);
        assertThat(top.sampling()).isEqualTo(64);
        assertThat(top.missed()).isZero();
        assertThat(top.keys()).hasSize(10).allSatisfy(key -> {
            long reads = stream.drawn().get(key.identifier());
            double sixDeviations = 6 * Math.sqrt((double) top.sampling() * reads);
            assertThat((double) key.reads()).as(key.toString()).isBetween(reads - sixDeviations, reads + sixDeviations
                    + key.error());
        });
        assertThat(top.keys().getFirst().identifier()).isEqualTo("item0");
    }

    @Test
    void top_isThatOfTheLastCompleteWindow() {
        read(detector, "early", 150);
        assertThat(detector.top(5).keys()).containsExactly(new HotKey("early", 150, 99));
        ticker.advance(WINDOW);
        read(detector, "late", 200);
        assertThat(detector.top(5).keys()).extracting(HotKey::identifier).containsExactly("early");
        ticker.advance(WINDOW);
        assertThat(detector.top(5).keys()).extracting(HotKey::identifier).containsExactly("late");
        ticker.advance(WINDOW);
        assertThat(detector.top(5).keys()).isEmpty();
    }

    @Test
    void top_afterASilence_isEmptyAndThenThatOfTheRunningWindow() {
        read(detector, "early", 150);
        ticker.advance(WINDOW.multipliedBy(2));
        assertThat(detector.top(5).keys()).isEmpty();
        read(detector, "late", 150);
        assertThat(detector.top(5).keys()).extracting(HotKey::identifier).containsExactly("late");
    }

    @Test
    void top_ofMoreHotKeysThanPlaces_isBounded() {
        HotKeyDetector tiny = new HotKeyDetector(new HotKeySettings(1, WINDOW, 1 << 16, 3), ticker);
        for (int i = 0; i < 1_000; i++) {
            tiny.countAndTest("key" + i);
        }
        assertThat(tiny.top(1_000).keys()).hasSize(3);
        assertThat(tiny.top(2).keys()).hasSize(2);
        assertThat(tiny.top(0).keys()).isEmpty();
    }

    @Test
    void reads_areEstimatedForColdAndHotKeys() {
        read(detector, "cold", 7);
        read(detector, "hot", 5_000);
        assertThat(detector.reads("cold")).isEqualTo(7);
        assertThat(detector.reads("hot")).isEqualTo(5_000);
        assertThat(detector.reads("unknown")).isZero();
        ticker.advance(WINDOW);
        assertThat(detector.reads("hot")).isEqualTo(5_000);
        ticker.advance(WINDOW);
        assertThat(detector.reads("hot")).isZero();
    }

    @Test
    void countAndTest_fromManyThreads_missesNoHotKey() throws Exception {
        int threads = 4;
        int keys = 200;
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> runs = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                runs.add(executor.submit(() -> {
                    start.await();
                    for (int i = 0; i < keys * THRESHOLD / threads; i++) {
                        detector.countAndTest("key" + i % keys);
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> run : runs) {
                run.get(30, TimeUnit.SECONDS);
            }
        }
        for (int key = 0; key < keys; key++) {
            assertThat(detector.reads("key" + key)).as("key%d", key).isGreaterThanOrEqualTo(THRESHOLD);
        }
    }
}
