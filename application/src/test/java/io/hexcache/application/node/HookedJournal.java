package io.hexcache.application.node;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.DeadLetter;
import io.hexcache.domain.port.JournalDepth;
import io.hexcache.domain.port.JournalMark;
import io.hexcache.domain.port.JournalRecord;
import io.hexcache.domain.port.JournalState;
import io.hexcache.domain.port.WriteBehindJournal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A journal that lets a test act before or after its next call of one kind, once; what that throws the caller gets. */
final class HookedJournal implements WriteBehindJournal {

    /** Where a test can act. */
    enum Moment {
        BEFORE_APPEND, AFTER_APPEND, BEFORE_SETTLE, AFTER_SETTLE, AFTER_FIND, BEFORE_BURY, BEFORE_CONFIRM
    }

    private final WriteBehindJournal journal;
    private final Map<Moment, Runnable> hooks = new EnumMap<>(Moment.class);

    HookedJournal(WriteBehindJournal journal) {
        this.journal = journal;
    }

    void at(Moment moment, Runnable action) {
        hooks.put(moment, action);
    }

    private void run(Moment moment) {
        Optional.ofNullable(hooks.remove(moment)).ifPresent(Runnable::run);
    }

    @Override
    public void append(JournalRecord record) {
        run(Moment.BEFORE_APPEND);
        journal.append(record);
        run(Moment.AFTER_APPEND);
    }

    @Override
    public void settle(Collection<JournalMark> marks) {
        run(Moment.BEFORE_SETTLE);
        journal.settle(marks);
        run(Moment.AFTER_SETTLE);
    }

    @Override
    public Optional<JournalRecord> find(CacheKey key) {
        Optional<JournalRecord> found = journal.find(key);
        run(Moment.AFTER_FIND);
        return found;
    }

    @Override
    public List<CacheKey> oldest(int limit) {
        return journal.oldest(limit);
    }

    @Override
    public JournalDepth depth() {
        return journal.depth();
    }

    @Override
    public void bury(JournalRecord record, String reason, Instant at) {
        run(Moment.BEFORE_BURY);
        journal.bury(record, reason, at);
    }

    @Override
    public List<DeadLetter> deadLetters(long after, int limit) {
        return journal.deadLetters(after, limit);
    }

    @Override
    public Optional<JournalRecord> revive(long id) {
        return journal.revive(id);
    }

    @Override
    public boolean drop(long id) {
        return journal.drop(id);
    }

    @Override
    public JournalState state() {
        return journal.state();
    }

    @Override
    public void reopen() {
        journal.reopen();
    }

    @Override
    public void confirm() {
        run(Moment.BEFORE_CONFIRM);
        journal.confirm();
    }

    @Override
    public void close() {
        journal.close();
    }
}
