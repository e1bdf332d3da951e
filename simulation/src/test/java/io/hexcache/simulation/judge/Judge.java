package io.hexcache.simulation.judge;

import io.hexcache.domain.entry.Freshness;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.simulation.world.Versioned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds every read against the promise. */
public final class Judge {

    /** Longer ago than any copy of the store is old. */
    private static final long SETTLED = Duration.ofSeconds(20).toNanos();

    private final Promise promise;
    private final Map<String, History> histories = new LinkedHashMap<>();
    private final List<Change> unsettled = new ArrayList<>();

    /** A judge by this promise. */
    public Judge(Promise promise) {
        this.promise = promise;
    }

    /** A read that goes on: what it has to see was decided when it began. */
    public record Reading(String key, Life reader, long begun, History.Required value, History.Required absence) {}

    private History history(String key) {
        return histories.computeIfAbsent(key, same -> new History());
    }

    /** Every key that was ever changed. */
    public List<String> keys() {
        return List.copyOf(histories.keySet());
    }

    /** What the source holds. */
    public Optional<Long> atSource(String key) {
        History history = history(key);
        return history.isPresent() ? Optional.of(history.last()) : Optional.empty();
    }

    /** The source takes a change of this key now; the new version. */
    public long commit(String key, boolean present, Change change, long now) {
        change.committed(now);
        if (!unsettled.contains(change)) {
            unsettled.add(change);
        }
        History history = history(key);
        history.prune(now - SETTLED);
        return history.add(present, change);
    }

    /** A change was answered. */
    public void complete(Change change, long now) {
        change.complete(now);
    }

    /** A change was answered as deferred. */
    public void deferred(Change change, long now) {
        change.deferred(now);
    }

    /** A change ended with an exception. */
    public void failed(Change change) {
        change.failed();
    }

    /** A node owes nothing any more, and has told the present store all it knows. */
    public void settled(Life life, long now) {
        unsettled.forEach(change -> change.settledBy(life, now));
        unsettled.removeIf(change -> change.isSettledSince(now - SETTLED));
    }

    /** A node has crashed. */
    public void ended(Life life, List<Change> open, long now) {
        life.ends();
        open.forEach(change -> change.orphaned(now));
    }

    /** The store has lost what it took since then, of entries or of stamps. */
    public void lost(boolean stamps, long since) {
        unsettled.forEach(change -> change.lost(stamps, since));
    }

    /** Of how many keys this reader does not have to see the last change. */
    public long excluded(Life reader, long now) {
        return histories.values().stream()
                .filter(history -> history.required(reader, now, promise, change -> true).version() < history.last())
                .count();
    }

    /** A read begins. */
    public Reading begin(String key, Life reader, long now) {
        History history = history(key);
        return new Reading(key, reader, now, history.required(reader, now, promise, change -> true), history.required(
                reader, now, promise, Change::reachesAbsences));
    }

    /** It has ended so. The violation, if it is one. */
    public Optional<Violation> end(Reading reading, Lookup<Versioned> found, long now) {
        return switch (found) {
            case Lookup.Hit<Versioned>(Versioned value, var _, var _, Freshness freshness) ->
                    judge(reading, value.version(), reading.value(), found, now)
                            .filter(_ -> freshness == Freshness.FRESH);
            case Lookup.Absent<Versioned> _ ->
                    judge(reading, history(reading.key()).lastAbsent(), reading.absence(), found, now);
            case Lookup.Miss<Versioned> _ -> Optional.empty();
        };
    }

    private static Optional<Violation> judge(Reading reading, long version, History.Required required,
            Lookup<Versioned> found, long now) {
        return version >= required.version() ? Optional.empty()
                : Optional.of(new Violation(reading, version, required, found, now));
    }
}
