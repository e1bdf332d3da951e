package io.hexcache.infrastructure.redis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The clock of a server, as its last reply to TIME has shown it. The reply took time, so the clock is known to be so
 * late at least, and it is taken to be no later: what it is asked to refuse may be refused too early, and never too
 * late. A clock that is set back since the last reply lets something pass for longer by as much.
 *
 * @param takenAt the node's ticker when the reply was there
 */
record StoreClock(long micros, long takenAt) {

    static StoreClock of(Object timeReply, long takenAt) {
        List<?> parts = Replies.list(timeReply);
        return new StoreClock(TimeUnit.SECONDS.toMicros(Long.parseLong(Replies.text(parts.getFirst()))) + Long
                .parseLong(Replies.text(parts.getLast())), takenAt);
    }

    /** What the clock shows, at least, when the ticker shows this. */
    long microsAt(long tick) {
        return micros + Math.floorDiv(tick - takenAt, 1_000L);
    }

    boolean isOlderThan(Duration age, long tick) {
        return tick - takenAt > age.toNanos();
    }
}
