package io.hexcache.infrastructure.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The two connections to an open journal: one changes it, in transactions, the other asks what is committed.
 *
 * @param ownership that it is this process which has it
 */
record JournalSession(Connection writer, JournalTables written, Connection reader, JournalTables committed,
        Ownership ownership) {

    /** That no other process has the journal. */
    interface Ownership {

        /** What a lock of the operating system promises for as long as this process lives. */
        Ownership OF_A_FILE = new Ownership() {

            @Override
            public void hold() {
                // Nobody else can write the file.
            }

            @Override
            public void confirm() {
                // As above.
            }
        };

        /** To be done first in each transaction of the writer: it commits only if the journal is still ours then. */
        void hold() throws SQLException;

        /** Asks on the reader whether the journal is still ours. */
        void confirm() throws SQLException;
    }

    static JournalSession of(Connection writer, Connection reader) {
        return new JournalSession(writer, new JournalTables(new KeptStatements(writer)), reader, new JournalTables(
                new KeptStatements(reader)), Ownership.OF_A_FILE);
    }

    JournalSession ownedBy(Ownership owner) {
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
