package io.hexcache.domain.writebehind;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.DrainPriority;

/**
 * The place of a key among those that wait for the source.
 *
 * @param number tells places apart that are due at the same time; smaller ones came first
 * @param earliest reading of the ticker before which the key is left alone
 * @param due reading at which a drain begins, if no other has until then
 * @param delayed whether it was told to wait, and so does not count for a batch
 */
record Place(CacheKey key, DrainPriority priority, long number, long earliest, long due, boolean delayed) {

    static int byEarliest(Place one, Place other) {
        return compare(one.earliest, other.earliest, one, other);
    }

    static int byDue(Place one, Place other) {
        return compare(one.due, other.due, one, other);
    }

    /** Readings of a ticker are compared by their difference. */
    private static int compare(long oneTime, long otherTime, Place one, Place other) {
        int byTime = Long.compare(oneTime - otherTime, 0);
        return byTime == 0 ? Long.compare(one.number, other.number) : byTime;
    }
}
