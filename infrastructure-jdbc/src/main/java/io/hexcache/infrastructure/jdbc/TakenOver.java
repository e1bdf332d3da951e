package io.hexcache.infrastructure.jdbc;

import java.io.Serial;
import java.sql.SQLException;

/** Another process has opened the journal since. */
final class TakenOver extends SQLException {

    @Serial
    private static final long serialVersionUID = 1;

    TakenOver(String what) {
        super(what + " has ended");
    }
}
