package io.hexcache.bootstrap.node;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dagger.Module;
import dagger.Provides;
import io.hexcache.bootstrap.configuration.KnownSettings;
import io.hexcache.bootstrap.configuration.PostgresUrl;
import io.hexcache.bootstrap.configuration.Settings;
import io.hexcache.bootstrap.configuration.StoragePlace;
import io.hexcache.domain.Caches;
import io.hexcache.example.catalog.CatalogFeature;
import io.hexcache.example.catalog.sql.CatalogDatabase;
import io.hexcache.example.catalog.sql.PostgresCatalog;
import io.hexcache.example.catalog.sql.SqliteCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import javax.inject.Singleton;
import javax.sql.DataSource;

/** The example feature, on its database. */
@Module
final class CatalogModule {

    /** SQLite has one writer; more connections than this only wait for each other. A server gets no more, either. */
    private static final int CONNECTIONS = 8;
    private static final Duration BUSY = Duration.ofSeconds(5);
    private static final Duration MIGRATION = Duration.ofSeconds(30);

    private CatalogModule() {}

    /** A database that can be used, as far as that is known before the pool is there. */
    @Provides
    @Singleton
    static CatalogDatabase database(Settings settings) {
        CatalogDatabase database = switch (settings.get(KnownSettings.CATALOG_DB)) {
            case StoragePlace.Local(Path file) -> inFile(new SqliteCatalog(file, BUSY, MIGRATION));
            case StoragePlace.Server(PostgresUrl url) -> new PostgresCatalog(url.address(), url.parameters());
        };
        database.probe();
        return database;
    }

    private static CatalogDatabase inFile(SqliteCatalog database) {
        DatabaseFolder.create(database.file());
        return database;
    }

    /** Connects when it is first asked, so that the feature, which knows its database, says what is wrong with it. */
    @Provides
    @Singleton
    static DataSource dataSource(CatalogDatabase database, OpenResources resources,
            UnaryOperator<DataSource> observed) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("catalog");
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setDataSourceProperties(database.connectionProperties());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(BUSY.plusSeconds(1).toMillis());
        pool.setInitializationFailTimeout(-1);
        return observed.apply(resources.add(new HikariDataSource(pool)));
    }

    @Provides
    @Singleton
    static CatalogFeature feature(CatalogDatabase database, DataSource dataSource, Caches caches) {
        return CatalogFeature.open(database, dataSource, caches);
    }
}
