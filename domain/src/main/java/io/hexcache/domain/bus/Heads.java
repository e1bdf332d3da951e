package io.hexcache.domain.bus;

import io.hexcache.domain.collection.InOrder;
import java.util.Map;

/** The heads of all origins at one moment. */
public record Heads(Map<Origin, Head> byOrigin) {

    /**
     * Where one origin stands.
     *
     * @param sequence number of its last message, 0 if there is none yet
     * @param beat the count of its last beat
     * @param left whether it has said goodbye
     */
    public record Head(long sequence, long beat, boolean left) {}

    /** Copies the map. */
    public Heads {
        byOrigin = InOrder.copyOf(byOrigin);
    }
}
