package io.hexcache.bootstrap.node;

import io.hexcache.domain.error.CacheConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the database, which SQLite does not make by itself. */
final class DatabaseFolder {

    private DatabaseFolder() {}

    static void create(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new CacheConfigurationException(
                    "folder %s for the database cannot be created; permit writing there, or name another file with --db"
                            .formatted(folder),
                    failure);
        }
    }
}
