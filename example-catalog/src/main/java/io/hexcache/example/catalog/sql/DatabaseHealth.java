package io.hexcache.example.catalog.sql;

import io.hexcache.application.management.ComponentHealth;
import io.hexcache.application.management.HealthCheck;
import io.hexcache.example.catalog.product.ProductStoreException;
import javax.sql.DataSource;

/** Whether the database answers. Without it nothing is found that is not cached, and nothing can be changed. */
public final class DatabaseHealth implements HealthCheck {

    private static final String NAME = "database";

    private final CatalogDatabase database;
    private final SqlStatements statements;

    /**
     * The health of this one.
     *
     * @param dataSource connects to it
     */
    public DatabaseHealth(CatalogDatabase database, DataSource dataSource) {
        this.database = database;
        this.statements = new SqlStatements(database, dataSource);
    }

    @Override
    public ComponentHealth check() {
        try {
            statements.query("SELECT 1 FROM product LIMIT 1", row -> row.getInt(1));
            return new ComponentHealth(NAME, true, database.summary(), true);
        } catch (ProductStoreException down) {
            return new ComponentHealth(NAME, false, String.valueOf(down.getMessage()), true);
        }
    }
}
