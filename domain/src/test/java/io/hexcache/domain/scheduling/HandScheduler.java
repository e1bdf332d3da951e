package io.hexcache.domain.scheduling;

import io.hexcache.domain.port.JobScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A scheduler and a clock that a test turns. */
final class HandScheduler implements JobScheduler, InstantSource {

    private record Due(Instant at, Runnable job) {}

    private final List<Due> waiting = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Job runAfter(Duration delay, Runnable job) {
        return runAt(now.plus(delay), job);
    }

    @Override
    public Job runAt(Instant at, Runnable job) {
        Due due = new Due(at, job);
        waiting.add(due);
        return () -> waiting.remove(due);
    }

    void advance(Duration time) {
        Instant end = now.plus(time);
        while (true) {
            Due next = waiting.stream().filter(due -> !due.at().isAfter(end)).min(Comparator.comparing(Due::at)).orElse(
                    null);
            if (next == null) {
                now = end;
                return;
            }
            waiting.remove(next);
            now = next.at().isAfter(now) ? next.at() : now;
            next.job().run();
        }
    }

    int waiting() {
        return waiting.size();
    }

    @Override
    public void close() {
        waiting.clear();
    }
}
