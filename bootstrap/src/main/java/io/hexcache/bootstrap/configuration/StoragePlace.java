package io.hexcache.bootstrap.configuration;

import java.nio.file.Path;

/** Where something is kept: on the disk of this machine, or on a server that others reach as well. */
public sealed interface StoragePlace {

    /** A file or a folder; a relative path begins at the folder in which the service was started. */
    record Local(Path path) implements StoragePlace {

        @Override
        public String toString() {
            return "SQLite " + path;
        }
    }

    /** A database on PostgreSQL. */
    record Server(PostgresUrl url) implements StoragePlace {

        @Override
        public String toString() {
            return "PostgreSQL " + url;
        }
    }
}
