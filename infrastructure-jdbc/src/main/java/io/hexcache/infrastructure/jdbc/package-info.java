/**
 * The write-behind journal as a table of an embedded SQLite file: {@link
 * io.hexcache.infrastructure.jdbc.JournalFiles} opens it.
 *
 * <pre>
 * directory (0700)
 *   journal.db, -wal, -shm (0600)   the tables; schema version in user_version
 *   journal.lock (0600)             held by the one process that writes; who that is, and that the tables were made
 * </pre>
 */
@NullMarked
package io.hexcache.infrastructure.jdbc;

import org.jspecify.annotations.NullMarked;
