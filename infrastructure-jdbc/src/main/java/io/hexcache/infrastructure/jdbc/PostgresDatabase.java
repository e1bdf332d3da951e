package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.error.CacheConfigurationException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A schema on PostgreSQL. The session of the writer holds the lock of the journal, and each of its transactions the
 * epoch under which it was opened: see {@link PostgresOwnership}.
 */
final class PostgresDatabase implements JournalDatabase {

    /** A server that does not answer for so long is taken for gone; a server that hears nothing, too. */
    private static final Map<String, String> LIMITS = Map.of("connectTimeout", "5", "socketTimeout", "10",
            "tcpKeepAlive", "true", "ApplicationName", "hexcache journal");

    private final PostgresSettings settings;
    private final AtomicReference<OptionalLong> epoch = new AtomicReference<>(OptionalLong.empty());

    PostgresDatabase(PostgresSettings settings) {
        this.settings = settings;
    }

    @Override
    public JournalSession connect() throws SQLException {
        Connection writer = session();
        boolean done = false;
        try {
            PostgresServer.check(writer, name());
            writer.setAutoCommit(false);
            writer.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            PostgresLock.take(writer, settings);
            PostgresSchema.prepare(writer, settings);
            Connection reader = session();
            JournalSession session = JournalSession.of(writer, reader);
            long own = PostgresOwnership.begin(writer, name(), Objects.requireNonNull(epoch.get()));
            writer.commit();
            epoch.set(OptionalLong.of(own));
            done = true;
            return session.ownedBy(new PostgresOwnership(new KeptStatements(writer), new KeptStatements(reader), own));
        } finally {
            if (!done) {
                JournalSession.closeQuietly(writer);
            }
        }
    }

    private Connection session() throws SQLException {
        Properties properties = new Properties();
        properties.putAll(LIMITS);
        properties.putAll(settings.parameters());
        properties.setProperty("currentSchema", '"' + settings.schema() + '"');
        // Not getConnection: its message of a URL that no driver knows would hold the properties of some drivers.
        Driver driver = DriverManager.getDriver(settings.url());
        Connection connection = driver.connect(settings.url(), properties);
        if (connection == null) {
            throw new CacheConfigurationException(settings.url()
                    + " is not understood by the driver; write jdbc:postgresql://host:port/database");
        }
        return connection;
    }

    @Override
    public String name() {
        return settings.toString();
    }

    @Override
    public String trouble(SQLException failure) {
        return PostgresTrouble.of(name(), failure);
    }

    @Override
    public boolean isLost(SQLException failure) {
        return PostgresTrouble.endsTheSession(failure);
    }

    @Override
    public void close() {
        // The lock has ended with the session.
    }
}
