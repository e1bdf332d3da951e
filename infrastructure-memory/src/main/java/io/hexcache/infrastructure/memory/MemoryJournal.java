package io.hexcache.infrastructure.memory;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.DeadLetter;
import io.hexcache.domain.port.JournalDepth;
import io.hexcache.domain.port.JournalMark;
import io.hexcache.domain.port.JournalRecord;
import io.hexcache.domain.port.JournalState;
import io.hexcache.domain.port.WriteBehindJournal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Records in the memory of this process, which a crash loses: for tests, and where nothing is to survive. */
final class MemoryJournal implements WriteBehindJournal {

    private final long max;
    private final Map<CacheKey, JournalRecord> pending = new LinkedHashMap<>();
    private final NavigableMap<Long, DeadLetter> dead = new TreeMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final AtomicLong newest = new AtomicLong();
    private volatile boolean closed;

    /** An empty journal that takes so many records, dead letters included. */
    MemoryJournal(long max) {
        this.max = max;
    }

    @Override
    public synchronized void append(JournalRecord record) {
        checkOpen();
        JournalRecord before = pending.get(record.key());
        if (before == null && pending.size() + dead.size() >= max) {
            throw new CacheOverloadException(("%s was not written: the journal holds %d records, its bound; try again"
                    + " when the source has taken some").formatted(record.key(), max));
        }
        newest.accumulateAndGet(record.order(), Math::max);
        if (before == null || before.order() < record.order()) {
            pending.put(record.key(), record);
        }
    }

    @Override
    public synchronized void settle(Collection<JournalMark> marks) {
        checkOpen();
        marks.forEach(mark -> {
            forget(mark);
            dead.replaceAll((id, letter) -> isBefore(letter.record(), mark) ? overtaken(letter) : letter);
        });
    }

    private void forget(JournalMark mark) {
        JournalRecord waiting = pending.get(mark.key());
        if (waiting != null && waiting.order() <= mark.order()) {
            pending.remove(mark.key());
        }
    }

    private static boolean isBefore(JournalRecord record, JournalMark mark) {
        return record.key().equals(mark.key()) && record.order() < mark.order();
    }

    private static DeadLetter overtaken(DeadLetter letter) {
        return new DeadLetter(letter.id(), letter.record(), letter.reason(), letter.diedAt(), true);
    }

    @Override
    public synchronized Optional<JournalRecord> find(CacheKey key) {
        return Optional.ofNullable(pending.get(key));
    }

    @Override
    public synchronized List<CacheKey> oldest(int limit) {
        return pending.values().stream().sorted(Comparator.comparingLong(JournalRecord::order)).limit(limit).map(
                JournalRecord::key).toList();
    }

    @Override
    public synchronized JournalDepth depth() {
        return new JournalDepth(pending.size(), dead.size(), newest.get());
    }

    @Override
    public synchronized void bury(JournalRecord record, String reason, Instant at) {
        checkOpen();
        forget(record.mark());
        long id = lastId.incrementAndGet();
        dead.put(id, new DeadLetter(id, record, reason, at, false));
    }

    @Override
    public synchronized List<DeadLetter> deadLetters(long after, int limit) {
        return dead.tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public synchronized Optional<JournalRecord> revive(long id) {
        checkOpen();
        DeadLetter letter = dead.get(id);
        if (letter == null || letter.overtaken() || pending.containsKey(letter.record().key())) {
            return Optional.empty();
        }
        dead.remove(id);
        pending.put(letter.record().key(), letter.record());
        return Optional.of(letter.record());
    }

    @Override
    public synchronized boolean drop(long id) {
        checkOpen();
        return dead.remove(id) != null;
    }

    @Override
    public JournalState state() {
        return closed ? new JournalState.Closed() : new JournalState.Open();
    }

    @Override
    public void reopen() {
        checkOpen();
    }

    @Override
    public void confirm() {
        checkOpen();
    }

    private void checkOpen() {
        if (closed) {
            throw new CacheConnectionException("the journal in memory is closed: this node is stopping");
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
