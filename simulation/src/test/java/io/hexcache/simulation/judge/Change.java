package io.hexcache.simulation.judge;

import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.port.CacheStore;
import java.util.ArrayList;
import java.util.List;

/** A change of one or more keys at the source, and how far it has come since. All times are virtual nanoseconds. */
public final class Change {

    static final long NEVER = Long.MAX_VALUE;

    private static final long TOKEN_LIFE = CacheStore.TOKEN_LIFE.toNanos();

    private final Life by;
    private final Kind kind;
    private final String what;
    private final List<Life.Announcement> announcements = new ArrayList<>();
    private State state = State.OPEN;
    private long begunAt = NEVER;
    private long committedAt = NEVER;
    private long acknowledgedAt = NEVER;
    private long effectiveAt = NEVER;
    private boolean wasLost;

    /** How far a change has come. */
    enum State {

        /** It goes on. */
        OPEN,

        /** It was answered as complete. */
        COMPLETE,

        /** It was answered as deferred, or failed after the source had taken it: the node owes the rest. */
        OWED,

        /** Its node has died before the answer. */
        DIED
    }

    /** Where a change is kept. */
    public enum Kind {

        /** Entries are removed or replaced. */
        ENTRIES,

        /** A namespace gets a stamp. */
        CLEAR,

        /** A tag gets a stamp, which what was cached as absent does not carry. */
        TAG;

        private boolean isStamped() {
            return this != ENTRIES;
        }
    }

    /** A change that this node makes. */
    public Change(Life by, Kind kind, String what) {
        this.by = by;
        this.kind = kind;
        this.what = what;
    }

    /** L2 has taken the begin. */
    public void begun(long now) {
        begunAt = Math.min(begunAt, now);
    }

    /** The source has taken it. */
    public void committed(long now) {
        committedAt = now;
    }

    /** The node has told the others of it. */
    public void announced(Origin origin, long sequence) {
        announcements.add(new Life.Announcement(origin, sequence));
    }

    /** It was answered as complete. */
    void complete(long now) {
        state = State.COMPLETE;
        acknowledgedAt = now;
        effectiveAt = now;
    }

    /** It was answered as deferred. */
    void deferred(long now) {
        state = State.OWED;
        acknowledgedAt = now;
    }

    /** It ended with an exception. */
    void failed() {
        state = State.OWED;
    }

    /** The node that made it, or one that has heard of it, owes nothing any more. */
    void settledBy(Life life, long now) {
        boolean repeated = wasLost && isKnownTo(life);
        boolean settled = state == State.OWED && by == life;
        if ((repeated || settled) && effectiveAt == NEVER) {
            effectiveAt = now;
        }
    }

    private boolean isKnownTo(Life life) {
        if (by == life) {
            return true;
        }
        return !announcements.isEmpty() && announcements.stream().allMatch(life::hasRepeated);
    }

    /** The node that makes it is gone: what its begin has capped lives for a token's life. */
    void orphaned(long now) {
        if (state == State.OPEN) {
            state = State.DIED;
            boolean guarded = begunAt != NEVER && committedAt != NEVER && committedAt - begunAt < TOKEN_LIFE;
            effectiveAt = guarded ? now + TOKEN_LIFE : NEVER;
        }
    }

    /** The store has lost what it took since then, of entries or of stamps. */
    void lost(boolean stamps, long since) {
        if (stamps != kind.isStamped()) {
            return;
        }
        boolean kept = state == State.DIED ? begunAt < since : effectiveAt < since;
        if (!kept) {
            effectiveAt = NEVER;
            wasLost = true;
            begunAt = NEVER;
        }
    }

    boolean reachesAbsences() {
        return kind != Kind.TAG;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isOwed() {
        return effectiveAt == NEVER && state != State.DIED;
    }

    /** Whether a read of this node that begins now must see it. */
    boolean isDueFor(Life reader, long now, Promise promise) {
        if (reader == by && acknowledgedAt <= now) {
            return true;
        }
        if (effectiveAt == NEVER || effectiveAt > now) {
            return false;
        }
        boolean away = wasLost || reader.wasAwaySince(effectiveAt);
        return now - effectiveAt >= (away ? promise.whileAway() : promise.bound()).toNanos();
    }

    /** Whether everybody has to see it, for good. */
    boolean isSettledSince(long time) {
        return effectiveAt < time;
    }

    @Override
    public String toString() {
        return "%s by %s (%s, source %s, answered %s, in effect %s)".formatted(what, by, state, text(committedAt),
                text(acknowledgedAt), text(effectiveAt));
    }

    private static String text(long time) {
        return time == NEVER ? "never" : "%.3f ms".formatted(time / 1e6);
    }
}
