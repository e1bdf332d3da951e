package io.hexcache.infrastructure.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A disk that a test can fill, or whose sync fails: before the commit, so that nothing of it is on disk, or after it,
 * so that all of it is and the caller does not know.
 */
final class FailingDisk implements Connections {

    /** What the next commit does. */
    enum Commit {
        WORKS, FAILS_BEFORE, FAILS_AFTER
    }

    private volatile Commit next = Commit.WORKS;
    private volatile boolean full;

    void nextCommit(Commit commit) {
        next = commit;
    }

    void fill(boolean nowFull) {
        full = nowFull;
    }

    @Override
    public Connection open(Path file) throws SQLException {
        Connection real = DRIVER.open(file);
        if (full) {
            try (Statement statement = real.createStatement()) {
                statement.execute("PRAGMA max_page_count = 1");
            }
        }
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[]{Connection.class},
                (proxy, method, arguments) -> {
                    Commit commit = method.getName().equals("commit") ? next : Commit.WORKS;
                    if (commit != Commit.WORKS) {
                        next = Commit.WORKS;
                    }
                    if (commit == Commit.FAILS_BEFORE) {
                        throw new SQLException("disk I/O error (fsync)", "58030", 10);
                    }
                    Object result;
                    try {
                        result = method.invoke(real, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                    if (commit == Commit.FAILS_AFTER) {
                        throw new SQLException("disk I/O error (fsync)", "58030", 10);
                    }
                    return result;
                });
    }

    /** Lets the file of this journal grow by nothing from now on. */
    static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = 1");
        }
    }
}
