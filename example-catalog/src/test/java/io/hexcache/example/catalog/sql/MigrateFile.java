package io.hexcache.example.catalog.sql;

import java.nio.file.Path;

/** A process that migrates the database file that is its argument. */
public final class MigrateFile {

    private MigrateFile() {}

    /** Ends with 0 if the database could be migrated. */
    public static void main(String[] arguments) {
        SqliteFile.migrated(SqliteFile.in(Path.of(arguments[0]).toAbsolutePath().getParent()));
    }
}
