package io.hexcache.simulation.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What one key was at the source. Version 0 is what it was before the run: nothing. */
public final class History {

    /** One state of a key. */
    private record Version(long number, boolean present, Change change) {}

    /** What a read has to see. */
    public record Required(long version, String why) {}

    private final List<Version> versions = new ArrayList<>();
    private long last;
    private long lastAbsent;
    private boolean present;
    private long base;
    private String baseWhy = "the beginning";

    long add(boolean isPresent, Change change) {
        last++;
        present = isPresent;
        if (!isPresent) {
            lastAbsent = last;
        }
        versions.add(new Version(last, isPresent, change));
        return last;
    }

    long last() {
        return last;
    }

    boolean isPresent() {
        return present;
    }

    /** The best that can be said for a read that has found nothing. */
    long lastAbsent() {
        return lastAbsent;
    }

    Required required(Life reader, long now, Promise promise, Predicate<Change> counts) {
        for (Version version : versions.reversed()) {
            if (counts.test(version.change()) && version.change().isDueFor(reader, now, promise)) {
                return new Required(version.number(), version.change().toString());
            }
        }
        return new Required(base, baseWhy);
    }

    /** Forgets what everybody has had to see for long. */
    void prune(long settledBefore) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (versions.get(i).change().isSettledSince(settledBefore)) {
                base = versions.get(i).number();
                baseWhy = versions.get(i).change().toString();
                versions.subList(0, i + 1).clear();
                return;
            }
        }
    }
}
