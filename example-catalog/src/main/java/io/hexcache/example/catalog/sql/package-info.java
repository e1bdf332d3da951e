/** The products in a SQLite file or on PostgreSQL: the repository, the migrations, and how either must be opened. */
@NullMarked
package io.hexcache.example.catalog.sql;

import org.jspecify.annotations.NullMarked;
