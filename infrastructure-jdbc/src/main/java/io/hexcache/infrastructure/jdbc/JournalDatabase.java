package io.hexcache.infrastructure.jdbc;

import java.sql.SQLException;

/** A database that keeps one journal, and how this process becomes the only one that writes it. */
interface JournalDatabase extends AutoCloseable {

    /**
     * Connects, and refuses with a {@code CacheConfigurationException} what cannot be used; proves that it takes
     * writes. Called again after a failure, when the session before has been closed.
     */
    JournalSession connect() throws SQLException;

    /** Where it is, for messages; nothing secret. */
    String name();

    /** What this failure means for the journal, and what to do, in one line. */
    String trouble(SQLException failure);

    /** Whether a question that failed so means that the connection is gone, or that another has the journal. */
    boolean isLost(SQLException failure);

    /** Lets go of it, after the session has been closed. */
    @Override
    void close();
}
