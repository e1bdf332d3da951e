package io.hexcache.example.catalog.sql;

import java.util.Properties;

/**
 * The database of the catalogue, and how every connection to it must be opened: with {@link #jdbcUrl()} and {@link
 * #connectionProperties()}. A pool needs at least four connections, since the migrations use several at once, and
 * should not connect before it is asked, so that what is wrong with the database is said by the feature that knows it.
 */
public sealed interface CatalogDatabase permits SqliteCatalog, PostgresCatalog {

    /** What to connect to; holds nothing secret. */
    String jdbcUrl();

    /** What to connect with; may hold a password. */
    Properties connectionProperties();

    /**
     * Refuses a database that cannot be used. To be called before a pool is made, which would try again and again what
     * cannot be.
     *
     * @throws io.hexcache.domain.error.CacheConfigurationException after a bounded time, with the reason and the way
     *         out in one line
     */
    void probe();

    /** Which one it is, for messages; nothing secret. */
    String name();

    /** What it is, for the health of the service. */
    String summary();
}
