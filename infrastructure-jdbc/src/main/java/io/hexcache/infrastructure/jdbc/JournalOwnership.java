package io.hexcache.infrastructure.jdbc;

import java.sql.SQLException;

/** That no other process has the journal. */
interface JournalOwnership {

    /** What a lock of the operating system promises for as long as this process lives. */
    JournalOwnership OF_A_FILE = new JournalOwnership() {

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
