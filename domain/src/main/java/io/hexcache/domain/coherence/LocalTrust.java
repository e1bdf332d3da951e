package io.hexcache.domain.coherence;

import io.hexcache.domain.time.Ticker;
import java.time.Duration;

/**
 * Until when this node is known to have heard of every change of the others. A deadline and not a flag: a process that
 * was paused compares it with the time at which it goes on. One for all namespaces of a node.
 */
public final class LocalTrust {

    /** How long after a pulse was sent it vouches for L1; other nodes' changes are seen here within this time. */
    public static final Duration BOUND = Duration.ofSeconds(1);

    /** Without trust, a copy is still served if it was begun less than this ago. */
    public static final Duration UNTRUSTED_BOUND = Duration.ofSeconds(3);

    private static final long UNTRUSTED_NANOS = UNTRUSTED_BOUND.toNanos();

    private volatile long until;

    /** A node that has heard nothing yet. */
    public LocalTrust(Ticker ticker) {
        this.until = ticker.read();
    }

    /** Whether every change that was complete {@link #BOUND} before this reading of the ticker has been heard of. */
    public boolean isTrusted(long now) {
        return until - now > 0;
    }

    /** Whether a copy may be served now that was begun at that reading. */
    public boolean mayServe(long begun, long now) {
        return until - now > 0 || begun + UNTRUSTED_NANOS - now > 0;
    }

    /** When trust runs out, as a reading of the ticker. */
    public long until() {
        return until;
    }

    /** Called by the ledger alone, in one order. */
    void extendTo(long deadline) {
        if (deadline - until > 0) {
            until = deadline;
        }
    }

    void endBy(long now) {
        if (until - now > 0) {
            until = now;
        }
    }
}
