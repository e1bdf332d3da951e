package io.hexcache.domain.port;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.Urgency;

/**
 * A write that is acknowledged and waits for the source of truth.
 *
 * @param order of the writes of one key the one with the largest order is the last; positive
 * @param payload the encoded entry, in the layout of {@link ValueCodec}; neither side changes it
 */
@SuppressWarnings("ArrayRecordComponent") // records are never compared
public record JournalRecord(CacheKey key, long order, Urgency urgency, byte[] payload) {

    /** Up to and including this one. */
    public JournalMark mark() {
        return new JournalMark(key, order);
    }
}
