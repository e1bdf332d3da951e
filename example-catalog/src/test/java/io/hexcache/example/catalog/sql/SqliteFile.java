package io.hexcache.example.catalog.sql;

import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Connections to SQLite files, opened as the catalogue asks for. */
public final class SqliteFile {

    private SqliteFile() {}

    /** A database file in this directory. */
    public static SqliteCatalog in(Path directory) {
        return new SqliteCatalog(directory.resolve("catalog.db"), Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    /** Opens a new connection each time. */
    public static DataSource dataSource(SqliteCatalog database) {
        SQLiteDataSource dataSource = new SQLiteDataSource(new SQLiteConfig(database.connectionProperties()));
        dataSource.setUrl(database.jdbcUrl());
        return dataSource;
    }

    /** The same, to a database that has been migrated. */
    public static DataSource migrated(SqliteCatalog database) {
        DataSource dataSource = dataSource(database);
        new CatalogMigration(database, dataSource).run();
        return dataSource;
    }

    /** The first products, in a new file in this directory. */
    public static SqlProductRepository repository(Path directory) {
        return new SqlProductRepository(in(directory), migrated(in(directory)));
    }
}
