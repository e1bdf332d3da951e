package io.hexcache.domain.writebehind;

import io.hexcache.domain.policy.DrainPriority;
import io.hexcache.domain.policy.Urgency;
import io.hexcache.domain.port.JournalRecord;
import java.time.Duration;

/**
 * A write that waits in memory.
 *
 * @param since order of the first write that it stands for: of those before it none is at the source
 * @param journaled whether the journal may hold a record of its key
 * @param attempts that count: the source was there and did not take it
 * @param failures in a row, those included where the source was away
 */
record Held(JournalRecord record, long since, boolean journaled, int attempts, int failures) {

    static Held of(JournalRecord record, boolean journaled) {
        return new Held(record, record.order(), journaled, 0, 0);
    }

    /** This one in the place of an older one: as urgent as the more urgent of the two. */
    Held replacing(Held older) {
        Urgency one = record.urgency();
        Urgency other = older.record().urgency();
        DrainPriority priority = one.priority().compareTo(other.priority()) < 0 ? one.priority() : other.priority();
        Duration delay = one.delay().compareTo(other.delay()) < 0 ? one.delay() : other.delay();
        return new Held(new JournalRecord(record.key(), record.order(), new Urgency(priority, delay), record.payload()),
                Math.min(since, older.since), journaled || older.journaled, 0, 0);
    }

    /** What it stands for once all up to this order is settled. */
    Held settledTo(long order) {
        return new Held(record, Math.max(since, order + 1), journaled, attempts, failures);
    }

    Held failed(boolean counts) {
        return new Held(record, since, journaled, counts ? attempts + 1 : attempts, failures + 1);
    }
}
