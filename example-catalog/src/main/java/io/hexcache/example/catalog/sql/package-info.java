/** The products in a SQLite file: the repository, the migrations, and how the file must be opened. */
@NullMarked
package io.hexcache.example.catalog.sql;

import org.jspecify.annotations.NullMarked;
