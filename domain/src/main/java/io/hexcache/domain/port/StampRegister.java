package io.hexcache.domain.port;

import io.hexcache.domain.key.Subject;
import java.util.Set;

/**
 * Keeps, for every tag and namespace that was invalidated, the stamp of the last time. One register serves all nodes
 * of a store. A new stamp is {@code max(last + 1, clock of the register in microseconds)}: larger than every one
 * before, also where the register has lost some, as long as its clock is not set back by more than it was away.
 *
 * <p>
 * <b>Healing.</b> Every call is told the largest stamp that its node knows. A register that is empty or behind it has
 * lost stamps: it begins anew with {@code floor = last = max(clock, told) + 1}, and whatever was stamped before the
 * floor is worth nothing any more.
 *
 * <p>
 * <b>Bound.</b> A register may forget its oldest stamps if it raises the floor to the last one that it forgets.
 *
 * <p>
 * <b>Atomicity.</b> Each call is one atomic step. <b>Failures</b> are those of {@link CacheStore}; a call that timed
 * out may still take effect, which costs misses and nothing else.
 */
public interface StampRegister {

    /**
     * What has been stamped.
     *
     * @param since the {@code last} of an earlier answer of this method to this node, or 0
     * @param told the largest stamp that the caller has seen anywhere, or 0
     * @return everything with a stamp above {@code since}
     */
    Stamps read(long since, long told);

    /**
     * Gives all of these subjects one new stamp.
     *
     * @param told the largest stamp that the caller has seen anywhere, or 0
     * @return the subjects with their new stamp, which is {@code last}
     */
    Stamps stamp(Set<Subject> subjects, long told);
}
