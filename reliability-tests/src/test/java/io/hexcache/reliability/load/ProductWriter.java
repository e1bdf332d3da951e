package io.hexcache.reliability.load;

import io.hexcache.reliability.history.Write;
import io.hexcache.reliability.process.Catalogue;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Replaces products, one after the other, each time through another service. */
final class ProductWriter implements Runnable {

    private static final int IDLE_MILLIS = 30;

    private final Scene scene;
    private final List<Key> keys;
    private final Random random;
    private final List<Line> lines;
    private final Map<Long, Catalogue.Row> rows = new HashMap<>();

    ProductWriter(Scene scene, List<Key> keys, long seed) {
        this.scene = scene;
        this.keys = keys;
        this.random = new Random(seed);
        this.lines = scene.lines();
    }

    @Override
    public void run() {
        for (int i = 0; scene.goesOnAfter(IDLE_MILLIS); i++) {
            Line line = lines.get(random.nextInt(lines.size()));
            if (line.node().port().isPresent()) {
                write(keys.get(i % keys.size()), line);
            }
        }
    }

    private void write(Key key, Line line) {
        Catalogue.Row row = rows.computeIfAbsent(key.id(), id -> scene.catalogue().find(id).orElseThrow());
        long begun = scene.now();
        long value = key.history().next(begun);
        try {
            Answer answer = line.call("PUT", key.history().path(), document(row, value));
            if (answer.status() == 200) {
                scene.acknowledged(key, value, line, begun, answer.change().equals("complete") ? Write.Way.COMPLETE
                        : Write.Way.DEFERRED);
                rows.put(key.id(), new Catalogue.Row(row.id(), row.name(), row.category(), value, row.stock(), answer
                        .number("version")));
                return;
            }
        } catch (IOException _) {
            // Whether it was taken is not known.
        }
        scene.tally().inDoubt().increment();
        rows.remove(key.id());
    }

    private static String document(Catalogue.Row row, long value) {
        return "{\"id\":%d,\"name\":\"%s\",\"category\":\"%s\",\"priceCents\":%d,\"stock\":%d,\"version\":%d}"
                .formatted(row.id(), row.name(), row.category(), value, row.stock(), row.version());
    }
}
