package io.hexcache.reliability.process;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The source of truth, read from beside the services. */
public record Catalogue(Path database) {

    private static final String SELECT = "SELECT name, category, price_cents, stock, version FROM product"
            + " WHERE id = ? AND removed = 0";

    /** What the source holds of a product; amounts in cents and pieces. */
    public record Row(long id, String name, String category, long priceCents, int stock, long version) {}

    /** The row of this product; empty if it was removed. */
    public Optional<Row> find(long id) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database + "?busy_timeout=10000");
                PreparedStatement select = connection.prepareStatement(
                        SELECT)) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(id, row.getString(1), row.getString(2), row.getLong(3), row.getInt(4), row
                                .getLong(5)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the source of truth cannot be read", failure);
        }
    }
}
