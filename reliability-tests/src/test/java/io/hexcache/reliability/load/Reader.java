package io.hexcache.reliability.load;

import io.hexcache.reliability.history.KeyHistory;
import io.hexcache.reliability.history.Read;
import io.hexcache.reliability.history.Violation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Reads keys at random, a few at a time, on services at random; some keys more often than others. */
final class Reader implements Runnable {

    private static final int AT_ONCE = 8;
    private static final int POPULAR = 4;

    /** So long a killed service keeps the right to load a value: the others wait, and those that join them give up. */
    private static final long AFTER_KILL = Duration.ofSeconds(10).toNanos();

    private final Scene scene;
    private final Random random;
    private final List<Key> keys;
    private final List<Line> lines;

    Reader(Scene scene, long seed) {
        this.scene = scene;
        this.random = new Random(seed);
        this.keys = scene.keys().all();
        this.lines = scene.lines();
    }

    @Override
    public void run() {
        while (!scene.isOver()) {
            Line line = lines.get(random.nextInt(lines.size()));
            if (line.node().port().isPresent()) {
                read(line, random.ints(AT_ONCE, 0, keys.size()).mapToObj(this::key).toList());
            } else {
                Thread.yield();
            }
        }
    }

    /** Half of all reads are of a quarter of the keys. */
    private Key key(int index) {
        return keys.get(random.nextBoolean() ? index : index / POPULAR * POPULAR);
    }

    private void read(Line line, List<Key> asked) {
        int node = line.node().index();
        long begin = scene.now();
        try {
            List<Answer> answers = line.get(asked.stream().map(key -> key.history().path()).toList());
            long end = scene.now();
            for (int i = 0; i < asked.size(); i++) {
                judge(asked.get(i), answers.get(i), node, begin, end);
            }
        } catch (IOException failure) {
            failed(node, begin, asked + ": " + failure);
        }
    }

    private void judge(Key key, Answer answer, int node, long begin, long end) {
        scene.tally().reads().increment();
        switch (answer.status()) {
            case 200 -> found(key, answer, node, begin, end);
            case 404 ->
                    scene.judge().judge(key.history(), new Read(node, begin, end, KeyHistory.REMOVED, answer.cache()));
            default -> refused(key, answer, node, begin, end);
        }
    }

    private void refused(Key key, Answer answer, int node, long begin, long end) {
        boolean afterAKill = scene.surroundings().kills().stream().anyMatch(kills -> kills.overlap(begin - AFTER_KILL,
                end));
        if (afterAKill && answer.status() == 503 && answer.body().contains("waited ")) {
            scene.tally().waited().increment();
        } else {
            failed(node, begin, key.history().path() + " answered " + answer.status() + " " + answer.body());
        }
    }

    private void found(Key key, Answer answer, int node, long begin, long end) {
        switch (answer.cache()) {
            case "STALE" -> {
                scene.tally().stale().increment();
                return;
            }
            case "HIT-L1" -> scene.tally().localHits().increment();
            default -> {}
        }
        scene.judge().judge(key.history(), new Read(node, begin, end, answer.number(key.field()), answer.cache()));
    }

    private void failed(int node, long begin, String what) {
        long end = scene.now();
        if (scene.surroundings().kills().get(node).overlap(begin, end)) {
            scene.tally().cutOff().increment();
        } else {
            scene.judge().report(new Violation(Violation.Kind.FAILED, begin, end, "node " + node + ": " + what));
        }
    }
}
