package io.hexcache.infrastructure.memory;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Heads.Head;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Where each origin stands, each call under one lock. Who has been silent for a minute is forgotten. */
final class HeadTable {

    private static final long SILENCE_NANOS = Duration.ofMinutes(1).toNanos();

    private record Known(Head head, InProcessBus bus, long heardAt) {}

    private final Ticker ticker;
    private final Map<Origin, Known> origins = new HashMap<>();

    HeadTable(Ticker ticker) {
        this.ticker = ticker;
    }

    /** The number of the next message of this origin, which is its head from now on. */
    synchronized long next(Origin origin, InProcessBus bus, long told) {
        forgetTheSilent();
        Head head = headOf(origin);
        long number = Math.max(head.sequence(), told) + 1;
        origins.put(origin, new Known(new Head(number, head.beat(), false), bus, ticker.read()));
        return number;
    }

    synchronized Heads exchange(Origin origin, InProcessBus bus, Beat own) {
        forgetTheSilent();
        long sequence = Math.max(headOf(origin).sequence(), own.told());
        origins.put(origin, new Known(new Head(sequence, own.count(), false), bus, ticker.read()));
        return new Heads(origins.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().head)));
    }

    /** The origins that used this bus last say goodbye. */
    synchronized void leave(InProcessBus bus) {
        origins.replaceAll((origin, known) -> known.bus == bus
                ? new Known(new Head(known.head.sequence(), known.head.beat(), true), bus, ticker.read())
                : known);
    }

    private Head headOf(Origin origin) {
        Known known = origins.get(origin);
        return known == null ? new Head(0, 0, false) : known.head;
    }

    private void forgetTheSilent() {
        long now = ticker.read();
        origins.values().removeIf(known -> now - known.heardAt >= SILENCE_NANOS);
    }
}
