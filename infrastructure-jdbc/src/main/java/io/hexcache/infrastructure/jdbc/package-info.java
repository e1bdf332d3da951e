/**
 * The write-behind journal in a database: {@link io.hexcache.infrastructure.jdbc.JournalFiles} opens it in an embedded
 * SQLite file, {@link io.hexcache.infrastructure.jdbc.PostgresJournals} on a server, where another node can take it
 * over.
 *
 * <pre>
 * directory (0700)
 *   journal.db, -wal, -shm (0600)   the tables; schema version in user_version
 *   journal.lock (0600)             held by the one process that writes; who that is, and that the tables were made
 *
 * schema hexcache_journal_NAME      the same tables; version and epoch in the table owner
 *   advisory lock                   held by the session of the one process that writes
 * </pre>
 */
@NullMarked
package io.hexcache.infrastructure.jdbc;

import org.jspecify.annotations.NullMarked;
