package io.hexcache.domain.port;

import io.hexcache.domain.key.CacheKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps writes that have been acknowledged until the source of truth has them: of each key the last one, since it
 * makes those before it obsolete; and beside them the dead letters, which the source would not take.
 *
 * <p>
 * <b>Durability.</b> A method that changes something returns once the change survives a crash of the process and, on a
 * disk, of the machine. One that throws has changed nothing, or all of it: that it does not know either. Changes that
 * come at the same time may share one commit.
 *
 * <p>
 * <b>Failures.</b> {@code CacheWriteException} or {@code CacheReadException} when the disk fails, {@code
 * CacheOverloadException} when the bound is reached and nothing was changed, {@code CacheConnectionException} after
 * {@link #close} or when the server is away. After a write that failed the journal is {@link JournalState.Broken}: it
 * takes no change until {@link #reopen} has succeeded, for what a disk says after a failed write cannot be trusted.
 *
 * <p>
 * <b>Atomicity.</b> Each call is one atomic step. Implementations are safe for use by many threads.
 */
public interface WriteBehindJournal extends AutoCloseable {

    /** Keeps the record in the place of an older one of its key; where a newer one is kept, that stays. */
    void append(JournalRecord record);

    /**
     * These writes need not be applied any more: the source has them, or a later one. Removes the records up to each
     * mark, and marks dead letters before it as overtaken. What is not there is no error.
     */
    void settle(Collection<JournalMark> marks);

    /** The record of this key that waits. */
    Optional<JournalRecord> find(CacheKey key);

    /**
     * Keys of records that wait, those of the smallest orders first; fewer than asked for only if there are no more.
     */
    List<CacheKey> oldest(int limit);

    /** How much there is. Cheap enough to be asked every second. */
    JournalDepth depth();

    /**
     * Sets the record aside as a dead letter: in one step it waits no longer and is listed among those. A newer record
     * of its key goes on to wait. The record need not have been appended before.
     */
    void bury(JournalRecord record, String reason, Instant at);

    /**
     * Dead letters in the order of their ids.
     *
     * @param after only those with larger ids
     * @param limit at most so many
     */
    List<DeadLetter> deadLetters(long after, int limit);

    /**
     * Has a dead letter wait again, in its old order, unless it is overtaken or another record of its key waits.
     *
     * @return the record; empty if nothing was changed
     */
    Optional<JournalRecord> revive(long id);

    /**
     * Forgets a dead letter for ever.
     *
     * @return whether there was one
     */
    boolean drop(long id);

    /** Whether it takes changes. */
    JournalState state();

    /**
     * Tries to make a broken journal whole: reads back what is on the disk, and proves that the disk takes writes
     * again. Does nothing to one that is open.
     *
     * @throws io.hexcache.domain.error.CacheException if it stays broken
     */
    void reopen();

    /**
     * Confirms that the journal takes changes and that no other process has taken it over. To be asked before what
     * waits is written to its source, so that a process which was away for a while does not write what another has
     * written meanwhile. Costs a round trip where a server keeps the journal, and nothing where a lock of the system
     * does.
     *
     * @throws io.hexcache.domain.error.CacheException if it is not so, or not known; nothing may be drained then
     */
    void confirm();

    /** Lets go of the file or the server. What it holds stays. Further calls do nothing. */
    @Override
    void close();
}
