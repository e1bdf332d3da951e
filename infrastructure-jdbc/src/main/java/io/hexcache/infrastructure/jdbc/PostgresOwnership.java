package io.hexcache.infrastructure.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Fencing by an epoch (a fencing token: Kleppmann, "Designing Data-Intensive Applications", chapter 8). Who opens the
 * journal adds one to the epoch in the table {@code owner}; every transaction of a writer begins by comparing it under
 * a shared lock of that row. So the next owner's step waits for a transaction that has compared, and one that compares
 * after that step finds another epoch and is not committed: there is no moment at which two can acknowledge.
 */
final class PostgresOwnership implements JournalOwnership {

    private static final String COMPARE = "SELECT epoch FROM owner WHERE epoch = ?";

    private final KeptStatements writer;
    private final KeptStatements reader;
    private final long epoch;

    PostgresOwnership(KeptStatements writer, KeptStatements reader, long epoch) {
        this.writer = writer;
        this.reader = reader;
        this.epoch = epoch;
    }

    /**
     * Begins the next epoch.
     *
     * @param before the one that this process has had, if it had one
     * @throws TakenOver if another process has had the journal since: what this one remembers of it is of no use
     */
    static long begin(Connection session, String name, OptionalLong before) throws SQLException {
        KeptStatements statements = new KeptStatements(session);
        List<Long> begun = before.isEmpty()
                ? statements.query("UPDATE owner SET epoch = epoch + 1 RETURNING epoch", row -> row.getLong(1))
                : statements.query("UPDATE owner SET epoch = epoch + 1 WHERE epoch = ? RETURNING epoch", row -> row
                        .getLong(1), before.getAsLong());
        return begun.stream().findFirst().orElseThrow(() -> new TakenOver(name));
    }

    @Override
    public void hold() throws SQLException {
        require(writer, COMPARE + " FOR SHARE");
    }

    @Override
    public void confirm() throws SQLException {
        require(reader, COMPARE);
    }

    private void require(KeptStatements statements, String sql) throws SQLException {
        if (statements.query(sql, row -> row.getLong(1), epoch).isEmpty()) {
            throw new TakenOver("epoch " + epoch);
        }
    }
}
