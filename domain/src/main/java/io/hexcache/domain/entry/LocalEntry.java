package io.hexcache.domain.entry;

import java.util.Optional;

/**
 * One copy in L1, made so that a hit returns {@link #lookup} without building anything and with few comparisons. All
 * times are readings of the node's ticker.
 */
public final class LocalEntry<V> {

    private final Optional<LocalEntry<V>> found;
    private final CacheEntry<V> entry;
    private final Lookup<V> lookup;
    private final Times times;
    private final long epoch;

    /** What every hit compares lies in the copy itself, where it costs no memory access more. */
    private final long begun;
    private final long attention;
    private final long fresh;

    /** Revision of the node's stamps under which the copy was last found valid; any value is safe that once held. */
    private volatile long checkedRevision = NEVER_CHECKED;

    /** No revision of stamps. */
    public static final long NEVER_CHECKED = -1;

    /**
     * When things happen to a copy.
     *
     * @param begun before anything was read that the copy was made of
     * @param attention from when on a hit has more to do than to answer: refresh, or prolong
     * @param fresh from when on the copy is not served as fresh, since the entry expires or L1 keeps it no longer
     * @param expiry from when on the entry is expired
     * @param end from when on the copy may not even be served as stale
     */
    public record Times(long begun, long attention, long fresh, long expiry, long end) {}

    /**
     * A copy of this entry.
     *
     * @param lookup the hit or the absence that a reader gets
     * @param epoch the L1 epoch in which the copy was made; a copy of another epoch does not count
     */
    public LocalEntry(CacheEntry<V> entry, Lookup<V> lookup, Times times, long epoch) {
        this.entry = entry;
        this.lookup = lookup;
        this.times = times;
        this.epoch = epoch;
        this.begun = times.begun();
        this.attention = times.attention();
        this.fresh = times.fresh();
        this.found = Optional.of(this);
    }

    /** This copy as the answer to a look for it, made once, so that a hit makes nothing. */
    public Optional<LocalEntry<V>> found() {
        return found;
    }

    /** The entry, its size set. */
    public CacheEntry<V> entry() {
        return entry;
    }

    /** What a reader gets while the copy is fresh. */
    public Lookup<V> lookup() {
        return lookup;
    }

    /** When things happen to it. */
    public Times times() {
        return times;
    }

    /** {@link Times#begun}. */
    public long begun() {
        return begun;
    }

    /** Whether it may be served as fresh, as far as time goes; see {@link Times#fresh}. */
    public boolean isFresh(long now) {
        return fresh - now > 0;
    }

    /** Whether a hit has more to do than to answer; see {@link Times#attention}. */
    public boolean isDue(long now) {
        return attention - now <= 0;
    }

    /** The L1 epoch in which it was made. */
    public long epoch() {
        return epoch;
    }

    /** Size of the encoded entry. */
    public int bytes() {
        return entry.size();
    }

    /** Whether its stamps were found valid under this revision of what the node knows. */
    public boolean isCheckedUnder(long revision) {
        return checkedRevision == revision;
    }

    /** Its stamps were found valid under this revision. */
    public void checkedUnder(long revision) {
        checkedRevision = revision;
    }
}
