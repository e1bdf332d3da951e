package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.DeadLetter;
import io.hexcache.domain.port.JournalDepth;
import io.hexcache.domain.port.JournalMark;
import io.hexcache.domain.port.JournalRecord;
import io.hexcache.domain.port.JournalState;
import io.hexcache.domain.port.WriteBehindJournal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The journal in a database whose commits return when they are on disk. Changes share commits; reads have a connection
 * of their own and see what is committed.
 */
final class JdbcJournal implements WriteBehindJournal {

    private final long maxRecords;
    private final OpenJournal open;
    private final GroupCommit commits;

    private JdbcJournal(long maxRecords, OpenJournal open, int mostPerCommit) {
        this.maxRecords = maxRecords;
        this.open = open;
        this.commits = new GroupCommit(open::commit, mostPerCommit);
    }

    static JdbcJournal open(JournalDatabase database, long maxRecords) {
        return open(database, maxRecords, GroupCommit.MOST);
    }

    static JdbcJournal open(JournalDatabase database, long maxRecords, int mostPerCommit) {
        return new JdbcJournal(maxRecords, OpenJournal.open(database), mostPerCommit);
    }

    @Override
    public void append(JournalRecord record) {
        commits.run(transaction -> {
            OptionalLong before = transaction.tables().orderOf(record.key());
            Counts counts = transaction.counts();
            if (before.isEmpty() && counts.all() >= maxRecords) {
                throw new CacheOverloadException(("%s was not written: the journal holds %d records, its bound"
                        + " (write-behind.max-records); try again when the source has taken some, or look at the dead"
                        + " letters").formatted(record.key(), maxRecords));
            }
            transaction.tables().put(record);
            transaction.counts(counts.pending(before.isEmpty() ? 1 : 0).seen(record.order()));
            return true;
        });
    }

    @Override
    public void settle(Collection<JournalMark> marks) {
        commits.run(transaction -> {
            for (JournalMark mark : marks) {
                remove(transaction, mark);
                if (transaction.counts().dead() > 0) {
                    transaction.tables().overtake(mark);
                }
            }
            return true;
        });
    }

    private static void remove(JournalTransaction transaction, JournalMark mark) throws SQLException {
        transaction.counts(transaction.counts().pending(-transaction.tables().removeUpTo(mark)));
    }

    @Override
    public Optional<JournalRecord> find(CacheKey key) {
        return open.read(tables -> tables.find(key));
    }

    @Override
    public List<CacheKey> oldest(int limit) {
        return open.read(tables -> tables.oldest(limit));
    }

    @Override
    public JournalDepth depth() {
        return open.depth();
    }

    @Override
    public void bury(JournalRecord record, String reason, Instant at) {
        commits.run(transaction -> {
            remove(transaction, record.mark());
            transaction.tables().addDead(record, reason, at);
            transaction.counts(transaction.counts().dead(1));
            return true;
        });
    }

    @Override
    public List<DeadLetter> deadLetters(long after, int limit) {
        return open.read(tables -> tables.dead(after, limit));
    }

    @Override
    public Optional<JournalRecord> revive(long id) {
        return commits.run(transaction -> {
            Optional<DeadLetter> letter = transaction.tables().dead(id - 1, 1).stream().filter(found -> found.id() == id
                    && !found.overtaken()).findFirst();
            if (letter.isEmpty() || transaction.tables().orderOf(letter.get().record().key()).isPresent()) {
                return Optional.<JournalRecord>empty();
            }
            transaction.tables().removeDead(id);
            transaction.tables().put(letter.get().record());
            transaction.counts(transaction.counts().dead(-1).pending(1));
            return Optional.of(letter.get().record());
        });
    }

    @Override
    public boolean drop(long id) {
        return commits.run(transaction -> {
            int removed = transaction.tables().removeDead(id);
            transaction.counts(transaction.counts().dead(-removed));
            return removed > 0;
        });
    }

    @Override
    public JournalState state() {
        return open.state();
    }

    @Override
    public void reopen() {
        if (!(open.state() instanceof JournalState.Open)) {
            commits.alone(open::reopen);
        }
    }

    @Override
    public void confirm() {
        open.confirm();
    }

    @Override
    public void close() {
        commits.alone(open::close);
    }
}
