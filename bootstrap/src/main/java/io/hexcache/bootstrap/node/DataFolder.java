package io.hexcache.bootstrap.node;

import io.hexcache.domain.error.CacheConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a node keeps what must survive it.
 *
 * @param path of this node alone
 */
record DataFolder(Path path) {

    /**
     * The folder that was named, or one for the port. Where the port is any free one there is nothing by which a later
     * node could find it again: it gets a new one, below the folder for temporary files.
     */
    static DataFolder of(Optional<Path> named, int port) {
        if (named.isPresent() || port != 0) {
            return new DataFolder(named.orElse(Path.of("data", "node-" + port)));
        }
        try {
            return new DataFolder(Files.createTempDirectory("hexcache-node-"));
        } catch (IOException failure) {
            throw new CacheConfigurationException("no temporary folder can be made (" + failure.getMessage()
                    + "); name one with --data", failure);
        }
    }

    /** Where its journal is. */
    Path journal() {
        return path.resolve("journal");
    }
}
