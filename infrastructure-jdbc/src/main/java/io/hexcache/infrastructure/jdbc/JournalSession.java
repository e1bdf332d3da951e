package io.hexcache.infrastructure.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The two connections to an open journal: one changes it, in transactions, the other asks what is committed.
 *
 * @param ownership that it is this process which has it
 */
record JournalSession(Connection writer, JournalTables written, Connection reader, JournalTables committed,
        JournalOwnership ownership) {

    static JournalSession of(Connection writer, Connection reader) {
        return new JournalSession(writer, new JournalTables(new KeptStatements(writer)), reader, new JournalTables(
                new KeptStatements(reader)), JournalOwnership.OF_A_FILE);
    }

    JournalSession ownedBy(JournalOwnership owner) {
        return new JournalSession(writer, written, reader, committed, owner);
    }

    void close() {
        closeQuietly(reader);
        closeQuietly(writer);
    }

    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException failure) {
            // What was acknowledged is on disk, whatever becomes of the connection.
        }
    }
}
