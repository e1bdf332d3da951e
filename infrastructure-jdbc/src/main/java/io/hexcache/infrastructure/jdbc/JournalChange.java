package io.hexcache.infrastructure.jdbc;

import java.sql.SQLException;

/** A change of the journal, within a transaction that may hold others. */
interface JournalChange<T> {

    /** Makes the change, or throws a {@code CacheException} before it has changed anything. */
    T make(JournalTransaction transaction) throws SQLException;
}
