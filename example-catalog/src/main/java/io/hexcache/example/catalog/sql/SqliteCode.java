package io.hexcache.example.catalog.sql;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** What SQLite says went wrong, by number. */
final class SqliteCode {

    private SqliteCode() {}

    /** The primary result code (https://www.sqlite.org/rescode.html) behind the failure; 0 if SQLite gave none. */
    static int of(Exception failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .mapToInt(cause -> cause instanceof SQLException answer ? answer.getErrorCode() & 0xff : 0)
                .filter(code -> code != 0).findFirst().orElse(0);
    }
}
