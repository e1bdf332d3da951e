package io.hexcache.reliability.load;

import io.hexcache.reliability.history.KeyHistory;
import io.hexcache.reliability.history.Write;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Removes one product each time it runs, and tries again where the answer was lost. */
final class Remover implements Runnable {

    private final Scene scene;
    private final Deque<Key> left;
    private final Random random;
    private final List<Line> lines;

    Remover(Scene scene, long seed) {
        this.scene = scene;
        this.left = new ArrayDeque<>(scene.keys().doomed());
        this.random = new Random(seed);
        this.lines = scene.lines();
    }

    @Override
    public void run() {
        Line line = lines.get(random.nextInt(lines.size()));
        if (left.isEmpty() || line.node().port().isEmpty()) {
            return;
        }
        Key key = left.getFirst();
        long begun = scene.now();
        key.history().removing();
        try {
            Answer answer = line.call("DELETE", key.history().path(), "");
            // Not there any more: an earlier call has removed it, and this one has completed that.
            if (answer.status() == 200 || answer.status() == 404) {
                scene.acknowledged(key, KeyHistory.REMOVED, line, begun, answer.change().equals("complete")
                        ? Write.Way.COMPLETE
                        : Write.Way.DEFERRED);
                left.removeFirst();
                return;
            }
        } catch (IOException _) {
            // Tried again.
        }
        scene.tally().inDoubt().increment();
    }
}
