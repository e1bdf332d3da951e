package io.hexcache.domain.coherence;

import java.util.TreeSet;

/** Which messages of one origin have been received, and when its beat was last seen to move. Not safe for threads. */
final class Received {

    /** More messages than this ahead of a gap are as good as a loss. */
    private static final int MAX_AHEAD = 1_000;

    private final TreeSet<Long> ahead = new TreeSet<>();
    private long contiguous;
    private long lastBeat;
    private long movedAt;
    private boolean stopped;

    Received(long now) {
        this.movedAt = now;
    }

    /** Counts the message; whether there was room to do so. */
    boolean add(long sequence) {
        if (sequence > contiguous) {
            ahead.add(sequence);
            advance();
        }
        return ahead.size() <= MAX_AHEAD;
    }

    /** Everything up to here counts as received. */
    void startFrom(long sequence) {
        contiguous = Math.max(contiguous, sequence);
        ahead.headSet(contiguous, true).clear();
        advance();
    }

    private void advance() {
        while (ahead.remove(contiguous + 1)) {
            contiguous++;
        }
    }

    boolean hasAllUpTo(long sequence) {
        return contiguous >= sequence;
    }

    void beat(long beat, long now) {
        if (beat != lastBeat) {
            lastBeat = beat;
            movedAt = now;
            stopped = false;
        }
    }

    /** Whether the origin has just been found to stand still for this long; true once for each stop. */
    boolean hasJustStopped(long now, long limitNanos) {
        if (stopped || now - movedAt < limitNanos) {
            return false;
        }
        stopped = true;
        return true;
    }

    void leaves() {
        stopped = true;
    }

    boolean isForgotten(long now, long limitNanos) {
        return now - movedAt >= limitNanos;
    }
}
