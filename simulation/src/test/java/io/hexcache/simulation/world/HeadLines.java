package io.hexcache.simulation.world;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Origin;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The heads and beats of all origins. */
final class HeadLines {

    private record Line(long sequence, long beat, boolean left, long touched) {}

    private static final long SILENT = Duration.ofMinutes(1).toNanos();

    private final Map<Origin, Line> lines = new LinkedHashMap<>();

    HeadLines copy() {
        HeadLines copy = new HeadLines();
        copy.lines.putAll(lines);
        return copy;
    }

    private Line line(Origin origin) {
        return lines.getOrDefault(origin, new Line(0, 0, false, 0));
    }

    long raise(Origin origin, long told, long now) {
        Line line = line(origin);
        long next = Math.max(line.sequence(), told) + 1;
        lines.put(origin, new Line(next, line.beat(), line.left(), now));
        return next;
    }

    Heads exchange(Origin origin, Beat own, long now) {
        Line line = line(origin);
        lines.put(origin, new Line(Math.max(line.sequence(), own.told()), own.count(), false, now));
        lines.values().removeIf(other -> now - other.touched() > SILENT);
        return new Heads(lines.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                entry -> new Heads.Head(entry.getValue().sequence(), entry.getValue().beat(), entry.getValue()
                        .left()))));
    }

    void leave(Origin origin, long now) {
        Line line = line(origin);
        lines.put(origin, new Line(line.sequence(), line.beat(), true, now));
    }
}
