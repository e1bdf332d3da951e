package io.hexcache.domain.tier;

import io.hexcache.domain.coherence.LocalTrust;
import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.explain.TierVerdict;
import io.hexcache.domain.stamp.StampTable;

/**
 * Judges copies of L1 off the path of a hit: by their epoch, by what this node hears of changes, and by their stamps.
 */
record CopyJudge(LocalTrust trust, StampTable stamps, Tickets tickets) {

    /** Whether no change is known here that it lacks, and more may have gone unheard for no longer than this. */
    boolean isKept(LocalEntry<?> copy, long now, long bound) {
        return !trust.isTrusted(now) && copy.times().end() - now > 0 && now - copy.times().expiry() <= bound
                && (now - copy.begun() <= bound || now - trust.until() <= bound)
                && copy.epoch() == tickets.epoch() && stamps.isValid(copy.entry());
    }

    /** What a read makes of it. */
    TierVerdict verdict(LocalEntry<?> copy, long now) {
        if (copy.times().end() - now <= 0) {
            return TierVerdict.NOTHING;
        }
        if (copy.epoch() != tickets.epoch()) {
            return TierVerdict.OLD_EPOCH;
        }
        if (!trust.mayServe(copy.times().begun(), now)) {
            return TierVerdict.UNTRUSTED;
        }
        if (!stamps.isValid(copy.entry())) {
            return TierVerdict.STAMPED_OUT;
        }
        return copy.times().fresh() - now > 0 ? TierVerdict.SERVED : TierVerdict.EXPIRED;
    }
}
