package io.hexcache.domain.writebehind;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.JournalRecord;
import java.util.function.BooleanSupplier;

/** Where the writes of one namespace go. */
public interface RecordTarget {

    /** What a failure to apply a record says. */
    enum Verdict {

        /** The source is away: the record can succeed later. */
        AWAY,

        /** The source did not take it, and may do so yet. */
        REFUSED,

        /** It can never succeed. */
        HOPELESS
    }

    /**
     * Writes the record to the source, and lets the copies of the key follow. Writing the same record twice does no
     * harm.
     *
     * @param isNewest whether no later write of the key has begun on this node
     */
    void apply(JournalRecord record, BooleanSupplier isNewest);

    /** What this failure of {@link #apply} says. */
    Verdict judge(RuntimeException failure);

    /** The record of this key was given up: copies of it must go, since the source holds something else. */
    void givenUp(CacheKey key);
}
