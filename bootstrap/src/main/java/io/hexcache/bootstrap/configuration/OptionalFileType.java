package io.hexcache.bootstrap.configuration;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A file that is there and can be read, or nothing. */
record OptionalFileType() implements ValueType<Optional<Path>> {

    @Override
    public Optional<Optional<Path>> read(String text) {
        if (text.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        try {
            Path path = Path.of(text);
            return Files.isRegularFile(path) && Files.isReadable(path)
                    ? Optional.of(Optional.of(path))
                    : Optional.empty();
        } catch (InvalidPathException notAPath) {
            // Not lost: the caller reports the text together with what is legal.
            return Optional.empty();
        }
    }

    @Override
    public String legal() {
        return "empty, or the path of a file that can be read";
    }
}
