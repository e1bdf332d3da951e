package io.hexcache.domain.tier;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.port.Token;
import java.util.Optional;

/** What the tiers tell a reader whom L1 could not serve. */
public sealed interface ReadAnswer<V> {

    /** The valid entry that is to be replaced, expired or not. */
    default Optional<CacheEntry<V>> previous() {
        return switch (this) {
            case Found<V> _ -> Optional.empty();
            case Wait<V>(Load<V> otherwise) -> otherwise.previous();
            case Load<V> load -> load.previous();
        };
    }

    /** Reading of the ticker at which that entry expires, or did. */
    default long previousExpiry() {
        return switch (this) {
            case Found<V> _ -> 0;
            case Wait<V>(Load<V> otherwise) -> otherwise.previousExpiry();
            case Load<V> load -> load.previousExpiry();
        };
    }

    /** There is a fresh entry in L2, and a copy of it in L1 now. */
    record Found<V>(Lookup<V> lookup) implements ReadAnswer<V> {}

    /**
     * Another reader loads: its result will be in L2 soon.
     *
     * @param otherwise for a reader who does not want to wait for it
     */
    record Wait<V>(Load<V> otherwise) implements ReadAnswer<V> {}

    /**
     * The reader is to load.
     *
     * @param lease empty if what is loaded may not be stored
     * @param previous the valid entry that is to be replaced, fresh or expired
     * @param previousExpiry reading of the ticker at which that entry expires, or did
     */
    record Load<V>(Reading before, Optional<Token> lease, Optional<CacheEntry<V>> previous, long previousExpiry)
            implements ReadAnswer<V> {

        /** The stamp that the loaded entry gets. */
        public long stamp() {
            return before.stamp();
        }

        /** The same right, for what was made of something whose own reading began as early as this. */
        public Load<V> begun(long at) {
            return new Load<>(new Reading(before.ticket().takenAt(at), before.stamp(), before.askedAt()), lease,
                    previous, previousExpiry);
        }
    }
}
