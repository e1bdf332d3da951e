package io.hexcache.reliability.run;

import io.hexcache.reliability.history.Violation;
import io.hexcache.reliability.load.Flusher;
import io.hexcache.reliability.load.Key;
import io.hexcache.reliability.load.Scene;
import io.hexcache.reliability.process.Catalogue;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Compares the source with what was acknowledged, while nobody writes. */
final class Audit {

    /** So often ten seconds, which is how long a flush waits. */
    private static final int FLUSHES = 6;

    private final Scene scene;

    Audit(Scene scene) {
        this.scene = scene;
    }

    /** What this service had to write behind; nobody writes through it meanwhile. */
    void stock(int node) {
        long begin = scene.now();
        Flusher flusher = new Flusher(scene, node);
        if (IntStream.range(0, FLUSHES).noneMatch(_ -> flusher.flush())) {
            scene.judge().report(new Violation(Violation.Kind.FAILED, begin, scene.now(), ("node %d does not write what"
                    + " waits in it within a minute").formatted(node)));
        }
        compare(scene.keys().stock().get(node), Catalogue.Row::stock);
    }

    /** What was written at once. */
    void products() {
        compare(scene.keys().products(), Catalogue.Row::priceCents);
        scene.keys().doomed().stream().filter(key -> key.history().last().isPresent()).filter(key -> scene.catalogue()
                .find(key.id()).isPresent()).forEach(key -> lost(key, "is there, and was removed"));
    }

    private void compare(List<Key> keys, ToLongFunction<Catalogue.Row> value) {
        for (Key key : keys) {
            OptionalLong last = key.history().last();
            long found = scene.catalogue().find(key.id()).map(value::applyAsLong).orElse(-1L);
            if (last.isPresent() && (found < last.getAsLong() || found > key.history().highestBegun())) {
                lost(key, "is %d at the source, and %d was acknowledged last".formatted(found, last.getAsLong()));
            }
        }
    }

    private void lost(Key key, String what) {
        long now = scene.now();
        scene.judge().report(new Violation(Violation.Kind.LOST, now, now, key.history().path() + " " + what));
    }
}
