package io.hexcache.domain.hotkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadSketchTest {

    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final FakeTicker ticker = new FakeTicker();

    private ReadSketch sketch(int threshold, int columns) {
        return new ReadSketch(new HotKeySettings(threshold, WINDOW, columns, 10), ticker);
    }

    @Test
    void count_ofOneKey_isExactUpToTheThreshold() {
        ReadSketch sketch = sketch(100, 256);
        for (int i = 1; i <= 100; i++) {
            assertThat(sketch.count("a", ticker.read(), 1)).isEqualTo(i);
        }
        assertThat(sketch.count("a", ticker.read(), 1)).isEqualTo(100);
        assertThat(sketch.estimate("a", ticker.read())).isEqualTo(100);
        assertThat(sketch.estimate("b", ticker.read())).isZero();
    }

    @Test
    void estimate_forgetsAfterOneToOneAndAHalfWindows() {
        ReadSketch sketch = sketch(100, 256);
        sketch.count("a", ticker.read(), 1);
        ticker.advance(WINDOW);
        assertThat(sketch.estimate("a", ticker.read())).isEqualTo(1);
        ticker.advance(WINDOW.dividedBy(2));
        assertThat(sketch.estimate("a", ticker.read())).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 121, 149, 150, 151, 180, 181, 500, 100_000_000})
    void estimate_afterALongSilence_isZeroAndCountsAgain(long seconds) {
        ReadSketch sketch = sketch(100, 256);
        for (int i = 0; i < 5; i++) {
            sketch.count("a", ticker.read(), 1);
            ticker.advance(Duration.ofSeconds(11));
        }
        ticker.advance(Duration.ofSeconds(seconds));
        assertThat(sketch.estimate("a", ticker.read())).isZero();
        assertThat(sketch.count("a", ticker.read(), 1)).isEqualTo(1);
        ticker.advance(WINDOW);
        assertThat(sketch.estimate("a", ticker.read())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void count_atAnyTime_isNeverBelowTheReadsOfTheLastWindow(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        int threshold = 20;
        // So few columns that nearly all keys share counters: too high it may be, too low never.
        ReadSketch sketch = sketch(threshold, 64);
        Map<String, Deque<Long>> reads = new HashMap<>();
        long start = ticker.read();
        int hot = 0;
        for (int i = 0; i < 50_000; i++) {
            // Now and then nothing is read for a time, up to several windows.
            long step = random.nextInt(500) == 0 ? WINDOW.multipliedBy(3).toNanos() : 200_000_000;
            ticker.advance(Duration.ofNanos(random.nextLong(step)));
            String key = "key" + (int) Math.pow(random.nextInt(1, 100), random.nextDouble());
            Deque<Long> times = reads.computeIfAbsent(key, unseen -> new ArrayDeque<>());
            long now = ticker.read() - start;
            times.addLast(now);
            while (times.getFirst() <= now - WINDOW.toNanos()) {
                times.removeFirst();
            }
            int expected = Math.min(threshold, times.size());
            assertThat(sketch.count(key, ticker.read(), 1)).as("read %d, of %s", i, key)
                    .isGreaterThanOrEqualTo(expected);
            hot += times.size() >= threshold ? 1 : 0;
        }
        assertThat(hot).as("the input must hit both outcomes often").isBetween(1_000, 49_000);
    }

    @Test
    void estimate_underAZipfStream_isTooHighAsRarelyAsThePaperSays() {
        int columns = 1 << 10;
        ReadSketch sketch = sketch(60_000, columns);
        ZipfStream stream = new ZipfStream(20_000, 1, new SplittableRandom(20_261_120));
        int n = 100_000;
        for (int i = 0; i < n; i++) {
            sketch.count(stream.next(), ticker.read(), 1);
        }
        double bound = Math.E / columns * n;
        long tooHigh = stream.drawn().entrySet().stream().filter(read -> sketch.estimate(read.getKey(), ticker.read())
                - read.getValue() > bound).count();
        assertThat(stream.drawn()).allSatisfy((key, reads) -> assertThat((long) sketch.estimate(key, ticker.read()))
                .isGreaterThanOrEqualTo(reads));
        // Of some 13,000 keys at most e^-4 = 1.8 % on average.
        assertThat(tooHigh).isLessThanOrEqualTo((long) (Math.exp(-4) * stream.drawn().size()));
    }

    @Test
    void estimate_ofColdKeys_isNotSpoiltByTheHottest() {
        ReadSketch sketch = sketch(100, 1 << 10);
        for (int i = 0; i < 2_000_000; i++) {
            sketch.count("hot" + i % 20, ticker.read(), 1);
        }
        int taken = 0;
        for (int i = 0; i < 5_000; i++) {
            taken += sketch.count("cold" + i, ticker.read(), 1) >= 100 ? 1 : 0;
        }
        assertThat(taken).isZero();
    }

    @Test
    void count_fromManyThreadsAtOnce_losesNoRead() throws Exception {
        int threads = 4;
        int each = 14_000;
        int keys = 40;
        ReadSketch sketch = sketch(60_000, 1 << 16);
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> runs = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                runs.add(executor.submit(() -> {
                    start.await();
                    for (int i = 0; i < keys * each; i++) {
                        sketch.count("key" + i / each, ticker.read(), 1);
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
            assertThat(sketch.estimate("key" + key, ticker.read())).as("key%d", key).isEqualTo(threads * each);
        }
    }
}
