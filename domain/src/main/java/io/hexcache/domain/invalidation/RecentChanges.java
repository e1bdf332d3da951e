package io.hexcache.domain.invalidation;

import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The changes that this node has made or heard of lately: for a minute at least, for two at most. A store that has
 * lost changes it had confirmed gets them from here again, from whichever node knows them.
 */
public final class RecentChanges {

    private static final long KEPT_NANOS = Duration.ofSeconds(60).toNanos();

    private final Ticker ticker;
    private PendingSelections younger = new PendingSelections();
    private PendingSelections older = new PendingSelections();
    private long rotatedAt;

    /** Nothing yet. */
    public RecentChanges(Ticker ticker) {
        this.ticker = ticker;
        this.rotatedAt = ticker.read();
    }

    synchronized void add(KeySelection selection) {
        rotate();
        younger.add(selection);
    }

    synchronized List<KeySelection> all() {
        rotate();
        return Stream.of(older, younger).flatMap(changes -> changes.snapshot().stream())
                .map(PendingSelections.Pending::selection).distinct().toList();
    }

    private void rotate() {
        long now = ticker.read();
        long age = now - rotatedAt;
        if (age < KEPT_NANOS) {
            return;
        }
        older = age < 2 * KEPT_NANOS ? younger : new PendingSelections();
        younger = new PendingSelections();
        rotatedAt = now;
    }
}
