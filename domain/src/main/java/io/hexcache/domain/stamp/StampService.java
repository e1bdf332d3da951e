package io.hexcache.domain.stamp;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.key.Subject;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.Stamps;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The stamps of this node: gives them, learns them, and judges entries by them.
 *
 * <p>
 * An entry carries the largest stamp that its node knew before it began to read what the entry was made of. It is
 * valid as long as nothing that it belongs to was stamped later. An invalidation that a loader may have missed has a
 * stamp that its node had not seen when the load began, and so a larger one: the entry is born invalid, whatever
 * becomes of the message, and also where its tags were known only after the load.
 */
public final class StampService {

    private final StampRegister register;
    private final StampTable table;
    private final Runnable onNews;
    private long readUpTo;

    /** Stamps of this register; {@code onNews} runs whenever an entry that was valid may not be any more. */
    public StampService(StampRegister register, StampTable table, Runnable onNews) {
        this.register = register;
        this.table = table;
        this.onNews = onNews;
    }

    /** The table that this service keeps. */
    public StampTable table() {
        return table;
    }

    /**
     * The stamp for what is read from now on. Asks the register if this node knows nothing yet.
     *
     * @throws io.hexcache.domain.error.CacheException if the register fails then
     */
    public long beforeRead() {
        if (table.last() == 0) {
            refresh(0);
        }
        return table.last();
    }

    /** Learns everything that was stamped up to now. */
    public void refresh() {
        refresh(0);
    }

    /**
     * Learns everything that was stamped up to now.
     *
     * @param seen the largest stamp that the caller has seen on an entry; a register that has never given it has lost
     *            stamps, and heals
     */
    public void refresh(long seen) {
        refresh(register, seen);
    }

    /** Learns everything that was stamped up to now, over another way to the same register. */
    public void refreshOver(StampRegister way) {
        refresh(way, 0);
    }

    private void refresh(StampRegister way, long seen) {
        long since = readUpTo();
        Stamps answer = way.read(since, Math.max(seen, table.last()));
        learn(answer);
        readUpTo(answer.last());
    }

    /** Gives these subjects a new stamp, by which everything of theirs that began before is invalid on this node. */
    public long stamp(Set<Subject> subjects) {
        Stamps given = register.stamp(subjects, table.last());
        learn(given);
        return given.last();
    }

    /** Another node has stamped these. */
    public void heard(Set<Subject> subjects, long stamp) {
        Map<Subject, Long> stamped = new HashMap<>();
        subjects.forEach(subject -> stamped.put(subject, stamp));
        learn(new Stamps(stamp, 0, stamped));
    }

    /** In one step: who finds that something is known already finds its consequences drawn. */
    private synchronized void learn(Stamps stamps) {
        if (table.merge(stamps)) {
            onNews.run();
        }
    }

    /**
     * Whether an entry from L2 may be used.
     *
     * @param isHearing whether this node hears of every change; if not, the register is asked
     * @throws io.hexcache.domain.error.CacheException if the register is needed and fails
     */
    public boolean isValid(CacheEntry<?> entry, boolean isHearing) {
        long stamp = entry.provenance().stamp();
        if (!isHearing || table.last() == 0 || stamp > table.last()) {
            refresh(stamp);
        }
        return table.isValid(entry);
    }

    // Only what the register itself answered counts as read: a message can tell of a stamp whose predecessors are not
    // known here yet.
    private synchronized long readUpTo() {
        return readUpTo;
    }

    private synchronized void readUpTo(long last) {
        readUpTo = Math.max(readUpTo, last);
    }
}
