package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.DrainPriority;
import io.hexcache.domain.policy.Urgency;
import io.hexcache.domain.port.DeadLetter;
import io.hexcache.domain.port.JournalMark;
import io.hexcache.domain.port.JournalRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The statements of a journal on one connection, which is used by one thread at a time; those of either database. */
final class JournalTables {

    private static final String RECORD = "key, ord, priority, delay, payload";

    private final KeptStatements statements;

    JournalTables(KeptStatements statements) {
        this.statements = statements;
    }

    OptionalLong orderOf(CacheKey key) throws SQLException {
        return statements.query("SELECT ord FROM pending WHERE key = ?", row -> row.getLong(1), key.render()).stream()
                .mapToLong(
                        order -> order)
                .findFirst();
    }

    void put(JournalRecord record) throws SQLException {
        statements.update("INSERT INTO pending (" + RECORD + ") VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET"
                + " ord = excluded.ord, priority = excluded.priority, delay = excluded.delay,"
                + " payload = excluded.payload WHERE excluded.ord > pending.ord", record.key().render(), record.order(),
                record
                        .urgency().priority().name(),
                record.urgency().delay().toMillis(), record.payload());
    }

    /** How many were there. */
    int removeUpTo(JournalMark mark) throws SQLException {
        return statements.update("DELETE FROM pending WHERE key = ? AND ord <= ?", mark.key().render(), mark.order());
    }

    void overtake(JournalMark mark) throws SQLException {
        statements.update("UPDATE dead SET overtaken = 1 WHERE key = ? AND ord < ?", mark.key().render(), mark.order());
    }

    Optional<JournalRecord> find(CacheKey key) throws SQLException {
        return statements.query("SELECT " + RECORD + " FROM pending WHERE key = ?", row -> record(row, 1), key.render())
                .stream()
                .findFirst();
    }

    List<CacheKey> oldest(int limit) throws SQLException {
        return statements.query("SELECT key FROM pending ORDER BY ord LIMIT ?", row -> CacheKey.parse(row.getString(1)),
                limit);
    }

    void addDead(JournalRecord record, String reason, Instant at) throws SQLException {
        statements.update(
                "INSERT INTO dead (" + RECORD + ", reason, died_at, overtaken) VALUES (?, ?, ?, ?, ?, ?, ?, 0)", record
                        .key().render(),
                record.order(), record.urgency().priority().name(),
                record.urgency().delay()
                        .toMillis(),
                record.payload(), reason, at.toEpochMilli());
    }

    List<DeadLetter> dead(long after, int limit) throws SQLException {
        return statements.query(
                "SELECT id, " + RECORD + ", reason, died_at, overtaken FROM dead WHERE id > ? ORDER BY id LIMIT ?",
                row -> new DeadLetter(row.getLong(1), record(row, 2), row.getString(7), Instant.ofEpochMilli(row
                        .getLong(8)), row.getInt(9) != 0),
                after, limit);
    }

    int removeDead(long id) throws SQLException {
        return statements.update("DELETE FROM dead WHERE id = ?", id);
    }

    Counts counts() throws SQLException {
        return statements.query("SELECT (SELECT count(*) FROM pending), (SELECT count(*) FROM dead),"
                + " coalesce((SELECT max(ord) FROM pending), 0), coalesce((SELECT max(ord) FROM dead), 0)",
                row -> new Counts(row.getLong(1), row.getLong(2), Math.max(row.getLong(3), row.getLong(4)))).getFirst();
    }

    private static JournalRecord record(ResultSet row, int first) throws SQLException {
        Urgency urgency = new Urgency(DrainPriority.valueOf(row.getString(first + 2)),
                Duration.ofMillis(row.getLong(first
                        + 3)));
        return new JournalRecord(CacheKey.parse(row.getString(first)), row.getLong(first + 1), urgency, row.getBytes(
                first + 4));
    }
}
