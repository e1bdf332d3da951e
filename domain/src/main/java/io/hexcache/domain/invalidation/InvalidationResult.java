package io.hexcache.domain.invalidation;

/**
 * What an invalidation did.
 *
 * @param removed live entries that this call removed from L2; a deferred call may know of fewer than there were
 * @param widened whether more was made obsolete than was meant: everything that depends on any other key, since what
 *            depends on the changed ones was too much to follow, or unknown
 */
public record InvalidationResult(long removed, Completion completion, boolean widened) {

    static final InvalidationResult NOTHING = new InvalidationResult(0, Completion.COMPLETE);

    /** Exactly what was meant. */
    public InvalidationResult(long removed, Completion completion) {
        this(removed, completion, false);
    }

    /** Both together. */
    InvalidationResult and(InvalidationResult other) {
        return new InvalidationResult(removed + other.removed, completion.and(other.completion), widened
                || other.widened);
    }

    InvalidationResult asWidened() {
        return new InvalidationResult(removed, completion, true);
    }
}
