package io.hexcache.infrastructure.jdbc;

import java.sql.SQLException;
import java.util.Objects;

/**
 * Says what PostgreSQL's error codes (https://www.postgresql.org/docs/current/errcodes-appendix.html) mean for a
 * journal, and what to do.
 */
final class PostgresTrouble {

    private PostgresTrouble() {}

    static String of(String name, SQLException failure) {
        if (failure instanceof TakenOver) {
            return name + " was taken over by another process, which applies what waits there; restart this one";
        }
        String said = Objects.requireNonNullElse(failure.getMessage(), "no message").lines().findFirst().orElse("");
        String state = state(failure);
        String meaning = switch (state) {
            case "3D000" -> "has no database of that name; make it, or name another";
            case "42501" -> "cannot be written by this user; let it create a schema, or make that for it";
            case "53100" -> "cannot grow because the server's disk is full; make room";
            case "25006" -> "is on a server that takes no changes; name the primary";
            case "58030" -> "met an error of the server's disk; look into the server's log";
            default -> ofClass(state);
        };
        return "%s %s (%s)".formatted(name, meaning, said);
    }

    private static String ofClass(String state) {
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08", "57" -> "cannot be reached; see that the server runs and the address is right";
            case "28" -> "does not let this user in; check user and password";
            case "53" -> "is short of memory or connections; give the server more";
            case "XX" -> "is damaged; look into the server's log before anything else";
            default -> "cannot be used";
        };
    }

    /** Whether the connection, or the right to it, is gone. */
    static boolean endsTheSession(SQLException failure) {
        String state = state(failure);
        return failure instanceof TakenOver || state.startsWith("08") || state.startsWith("57P");
    }

    private static String state(SQLException failure) {
        return Objects.requireNonNullElse(failure.getSQLState(), "");
    }
}
