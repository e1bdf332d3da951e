package io.hexcache.infrastructure.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections to a SQLite file; a seam at which tests make disks fail. */
interface Connections {

    /** The real ones: a commit returns once it is on disk. */
    Connections DRIVER = file -> {
        Properties properties = new Properties();
        properties.setProperty("busy_timeout", "5000");
        properties.setProperty("journal_mode", "WAL");
        properties.setProperty("synchronous", "FULL");
        return DriverManager.getConnection("jdbc:sqlite:" + file, properties);
    };

    Connection open(Path file) throws SQLException;
}
