package io.hexcache.domain.warming;

import io.hexcache.domain.error.CacheConfigurationException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * The identifiers that were used last, in bounded memory. Whoever sees the activity notes it here; that takes a lock
 * for a moment, so note what matters (a login, an order), not every read.
 */
public final class RecentActivity {

    private static final int MAX_KEPT = 100_000;

    private final int kept;
    private final SequencedSet<String> identifiers = new LinkedHashSet<>();

    /** Keeps so many, 1 to 100,000; the oldest go first. */
    public RecentActivity(int kept) {
        if (kept < 1 || kept > MAX_KEPT) {
            throw new CacheConfigurationException("recent activity of %d keys; it must be 1 to %d".formatted(kept,
                    MAX_KEPT));
        }
        this.kept = kept;
    }

    /** This one was used now. */
    public synchronized void note(String identifier) {
        identifiers.addLast(identifier);
        if (identifiers.size() > kept) {
            identifiers.removeFirst();
        }
    }

    synchronized List<String> latestFirst() {
        return List.copyOf(identifiers.reversed());
    }
}
