package io.hexcache.example.catalog.sql;

import io.hexcache.example.catalog.product.Product;
import io.hexcache.example.catalog.product.ProductRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The products in a SQL database. Each call is one statement in a transaction of its own. */
public final class SqlProductRepository implements ProductRepository {

    private static final String SELECT = "SELECT id, name, category, price_cents, stock, version FROM product"
            + " WHERE removed = 0 AND ";

    private final SqlStatements statements;

    /**
     * The products of this database, which must have been migrated.
     *
     * @param dataSource connects to it
     */
    public SqlProductRepository(CatalogDatabase database, DataSource dataSource) {
        this.statements = new SqlStatements(database, dataSource);
    }

    @Override
    public Optional<Product> find(long id) {
        return statements.query(SELECT + "id = ?", SqlProductRepository::product, id).stream().findFirst();
    }

    @Override
    public List<Product> findAll(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
        return statements.query(SELECT + "id IN (" + places + ") ORDER BY id", SqlProductRepository::product,
                ids.toArray());
    }

    @Override
    public List<Product> findByCategory(String category) {
        return statements.query(SELECT + "category = ? ORDER BY id", SqlProductRepository::product, category);
    }

    @Override
    public List<Long> idsAbove(long id, int atMost) {
        return statements.query("SELECT id FROM product WHERE removed = 0 AND id > ? ORDER BY id LIMIT ?", row -> row
                .getLong(1), id, atMost);
    }

    @Override
    public Optional<Product> replace(Product product) {
        Product next = product.nextVersion();
        int replaced = statements.update("""
                UPDATE product SET name = ?, category = ?, price_cents = ?, stock = ?, version = ?
                WHERE id = ? AND version = ? AND removed = 0""", next.name(), next.category(), next.priceCents(), next
                .stock(), next.version(), next.id(), product.version());
        return replaced == 0 ? Optional.empty() : Optional.of(next);
    }

    @Override
    public boolean setStock(long id, int pieces) {
        return statements.update("""
                UPDATE product SET version = version + CASE WHEN stock = ? THEN 0 ELSE 1 END, stock = ?
                WHERE id = ? AND removed = 0""", pieces, pieces, id) > 0;
    }

    @Override
    public boolean remove(long id) {
        return statements.update("UPDATE product SET removed = 1 WHERE id = ? AND removed = 0", id) > 0;
    }

    @Override
    public Optional<String> categoryOfRemoved(long id) {
        return statements.query("SELECT category FROM product WHERE removed = 1 AND id = ?", row -> row.getString(1),
                id)
                .stream().findFirst();
    }

    private static Product product(ResultSet row) throws SQLException {
        return new Product(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getInt(5), row
                .getLong(
                        6));
    }
}
