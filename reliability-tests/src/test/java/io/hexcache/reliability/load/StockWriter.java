package io.hexcache.reliability.load;

import io.hexcache.reliability.history.Write;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.Lock;

/** Sets stock levels through the one service that writes them behind, one after the other. */
final class StockWriter implements Runnable {

    /** Leaves the machine to the readers, who are what this is about. */
    private static final int IDLE_MILLIS = 15;

    private final Scene scene;
    private final Line line;
    private final List<Key> keys;
    private final Lock gate;

    StockWriter(Scene scene, int node, List<Key> keys) {
        this.scene = scene;
        this.line = new Line(scene.nodes().get(node));
        this.keys = keys;
        this.gate = scene.gates().get(node).readLock();
    }

    @Override
    public void run() {
        for (int i = 0; scene.goesOnAfter(IDLE_MILLIS); i++) {
            gate.lock();
            try {
                write(keys.get(i % keys.size()));
            } finally {
                gate.unlock();
            }
        }
    }

    private void write(Key key) {
        if (line.node().port().isEmpty()) {
            return;
        }
        long begun = scene.now();
        long value = key.history().next(begun);
        try {
            Answer answer = line.call("PUT", key.history().path(), "{\"stock\":" + value + "}");
            if (answer.status() == 200) {
                scene.acknowledged(key, value, line, begun, Write.Way.BEHIND);
                scene.tally().behind().increment();
                return;
            }
        } catch (IOException _) {
            // Whether it was taken is not known: a later value may be there, and none is asked for.
        }
        scene.tally().inDoubt().increment();
    }
}
