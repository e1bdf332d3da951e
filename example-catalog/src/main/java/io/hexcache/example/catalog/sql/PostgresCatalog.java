package io.hexcache.example.catalog.sql;

import io.hexcache.domain.error.CacheConfigurationException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/**
 * The catalogue on a PostgreSQL server, in the schema that the user's connections begin in.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}, without parameters; appears in messages
 * @param parameters of the driver, such as {@code user} and {@code password}; never shown
 */
public record PostgresCatalog(String jdbcUrl, Map<String, String> parameters) implements CatalogDatabase {

    /** A server that does not answer for so many seconds is taken for gone. */
    private static final Map<String, String> LIMITS = Map.of("connectTimeout", "5", "socketTimeout", "10",
            "tcpKeepAlive", "true", "ApplicationName", "hexcache catalog");

    /** Checks the URL, copies the parameters. */
    public PostgresCatalog {
        if (!jdbcUrl.matches("jdbc:postgresql:[^?@\\s]*")) {
            throw new CacheConfigurationException("the URL of the catalogue's database must be"
                    + " jdbc:postgresql://host:port/database, with user and password as parameters behind it");
        }
        parameters = Map.copyOf(parameters);
    }

    @Override
    public Properties connectionProperties() {
        Properties properties = new Properties();
        properties.putAll(LIMITS);
        properties.putAll(parameters);
        return properties;
    }

    @Override
    public void probe() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, connectionProperties())) {
            if (connection.isReadOnly()) {
                throw new CacheConfigurationException(name() + " takes no changes; name the primary");
            }
        } catch (SQLException failure) {
            throw UnusableDatabase.because(failure, this);
        }
    }

    @Override
    public String name() {
        return "database " + jdbcUrl;
    }

    @Override
    public String summary() {
        return "PostgreSQL, " + jdbcUrl;
    }

    /** Without the parameters, of which one may be a password. */
    @Override
    public String toString() {
        return name();
    }
}
