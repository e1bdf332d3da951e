package io.hexcache.domain.warming;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts what becomes of the keys of a run. */
final class WarmingTally {

    private static final int MAX_CAUSE = 500;

    private final LongAdder warmed = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final List<WarmingProgress.Failure> firstFailures = new ArrayList<>();

    void count(KeyWarmer.Outcome outcome) {
        switch (outcome) {
            case WARMED -> warmed.increment();
            case SKIPPED -> skipped.increment();
        }
    }

    void countFailure(String identifier, Exception cause) {
        failed.increment();
        String text = cause.toString();
        synchronized (firstFailures) {
            if (firstFailures.size() < WarmingProgress.MAX_FAILURES) {
                firstFailures.add(new WarmingProgress.Failure(identifier, text.substring(0, Math.min(MAX_CAUSE, text
                        .length()))));
            }
        }
    }

    long warmed() {
        return warmed.sum();
    }

    long skipped() {
        return skipped.sum();
    }

    long failed() {
        return failed.sum();
    }

    List<WarmingProgress.Failure> firstFailures() {
        synchronized (firstFailures) {
            return List.copyOf(firstFailures);
        }
    }
}
