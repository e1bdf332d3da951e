package io.hexcache.bootstrap.configuration;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A path, which need not be there, or the URL of a database, of which nothing is shown that may be a password. */
record PlaceType(String kind) implements ValueType<StoragePlace> {

    @Override
    public Optional<StoragePlace> read(String text) {
        if (PostgresUrl.isMeant(text)) {
            return PostgresUrl.parse(text).map(StoragePlace.Server::new);
        }
        // The database's driver takes what follows a question mark for options.
        if (text.isBlank() || text.contains("?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StoragePlace.Local(Path.of(text)));
        } catch (InvalidPathException notAPath) {
            // Not lost: the caller reports the text together with what is legal.
            return Optional.empty();
        }
    }

    @Override
    public String legal() {
        return "the path of a " + kind + ", without '?', or " + PostgresUrl.FORM;
    }

    @Override
    public String shown(String text) {
        return PostgresUrl.isMeant(text)
                ? "a URL that is not legal, and not shown, since it may hold a password"
                : ValueType.super.shown(text);
    }
}
