package io.hexcache.bootstrap.configuration;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The path of a file; a relative one begins at the folder in which the service was started. */
record FilePathType() implements ValueType<Path> {

    @Override
    public Optional<Path> read(String text) {
        // The database's driver takes what follows a question mark for options.
        if (text.isBlank() || text.contains("?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException notAPath) {
            // Not lost: the caller reports the text together with what is legal.
            return Optional.empty();
        }
    }

    @Override
    public String legal() {
        return "the path of a file, without '?'";
    }
}
