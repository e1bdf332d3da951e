package io.hexcache.reliability.load;

import java.io.IOException;

/** Has a service write what waits in it, and notes when that was done. */
public final class Flusher {

    private final Scene scene;
    private final Line line;

    /** Of this service; for one thread. */
    public Flusher(Scene scene, int node) {
        this.scene = scene;
        this.line = new Line(scene.nodes().get(node));
    }

    /** Answers whether nothing waits any more of what had been acknowledged before. */
    public boolean flush() {
        long begin = scene.now();
        try {
            Answer answer = line.call("POST", "/v1/write-behind/flush", "{}");
            boolean drained = answer.status() == 200 && answer.body().contains("\"drained\":true");
            if (drained) {
                scene.surroundings().flushes().get(line.node().index()).done(begin, scene.now());
            }
            return drained;
        } catch (IOException _) {
            // Killed meanwhile, or about to start: then nothing is known.
            return false;
        }
    }
}
