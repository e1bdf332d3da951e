package io.hexcache.example.catalog.sql;

import io.hexcache.example.catalog.product.ProductStoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Runs single statements, each on a connection of its own that is given back. */
final class SqlStatements {

    /** Makes a value of the row at which the result set stands. */
    interface RowReader<T> {

        T read(ResultSet row) throws SQLException;
    }

    private interface Step<T> {

        T run(PreparedStatement statement) throws SQLException;
    }

    private final CatalogDatabase database;
    private final DataSource dataSource;

    SqlStatements(CatalogDatabase database, DataSource dataSource) {
        this.database = database;
        this.dataSource = dataSource;
    }

    /** All rows. */
    <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        return run(sql, parameters, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                List<T> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(reader.read(rows));
                }
                return values;
            }
        });
    }

    /** How many rows were changed. */
    int update(String sql, Object... parameters) {
        return run(sql, parameters, PreparedStatement::executeUpdate);
    }

    private <T> T run(String sql, Object[] parameters, Step<T> step) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return step.run(statement);
        } catch (SQLException failure) {
            throw new ProductStoreException(("%s answered \"%s\" to: %s. Find out whether it is there,"
                    + " its disk has room, and no other process holds it; then try again")
                    .formatted(database.name(), failure.getMessage(), sql), failure);
        }
    }
}
