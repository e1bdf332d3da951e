package io.hexcache.infrastructure.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

/** Says what SQLite's result codes (https://www.sqlite.org/rescode.html) mean for a journal, and what to do. */
final class SqliteTrouble {

    private SqliteTrouble() {}

    static String of(Path file, SQLException failure) {
        String said = Objects.requireNonNullElse(failure.getMessage(), "no message").lines().findFirst().orElse("");
        String meaning = switch (failure.getErrorCode() & 0xff) {
            case 5, 6 -> "is locked by another program; end that";
            case 8 -> "cannot be written; permit writing to it and to its directory";
            case 10 -> "met an error of its disk; look into the system's log, and move it to a disk that works";
            case 11, 26 ->
                    "is damaged, or no journal; export what is readable (hexcache export), then move it aside";
            case 13 -> "cannot grow because its disk is full; make room";
            case 14 -> "cannot be opened; permit reading and writing to it and to its directory";
            default -> "cannot be used";
        };
        return "journal %s %s (%s)".formatted(file, meaning, said);
    }
}
