package io.hexcache.bootstrap.configuration;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The path of a folder, which need not be there, or nothing. */
record OptionalFolderType() implements ValueType<Optional<Path>> {

    @Override
    public Optional<Optional<Path>> read(String text) {
        if (text.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        try {
            // The database's driver takes what follows a question mark for options.
            return text.contains("?") ? Optional.empty() : Optional.of(Optional.of(Path.of(text)));
        } catch (InvalidPathException notAPath) {
            // Not lost: the caller reports the text together with what is legal.
            return Optional.empty();
        }
    }

    @Override
    public String legal() {
        return "empty, or the path of a folder, without '?'";
    }
}
