package io.hexcache.example.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.SourceKeysContract;
import io.hexcache.domain.port.SourceKeys;
import io.hexcache.example.catalog.sql.SqliteFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of the products in a SQLite file. There are more than two pages of them. */
class ProductKeysTest extends SourceKeysContract {

    private static final long FIRST_PRODUCTS = 1_200;
    private static final long MORE_PRODUCTS = 2_100;

    @TempDir
    Path directory;

    private ProductRepository repository;

    @BeforeEach
    void open() {
        repository = SqliteFile.repository(directory);
        run("""
                WITH RECURSIVE more(id) AS (SELECT 1201 UNION ALL SELECT id + 1 FROM more WHERE id < 2100)
                INSERT INTO product (id, name, category, price_cents, stock)
                SELECT id, 'More', 'more', 1, 1 FROM more""");
    }

    private void run(String sql) {
        try (Connection connection = SqliteFile.dataSource(SqliteFile.in(directory)).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError(sql, failed);
        }
    }

    @Override
    public SourceKeys keys() {
        return new ProductKeys(repository);
    }

    @Override
    public Set<String> presentIdentifiers() {
        return LongStream.rangeClosed(1, MORE_PRODUCTS).mapToObj(ProductId::render).collect(Collectors.toSet());
    }

    @Override
    public String create() {
        run("INSERT INTO product (id, name, category, price_cents, stock) VALUES (5000, 'New', 'more', 1, 1)");
        return "5000";
    }

    @Override
    public void delete(String identifier) {
        assertThat(repository.remove(ProductId.parse(identifier).orElseThrow())).isTrue();
    }

    @Test
    void identifiers_areReadPageByPage() {
        try (Stream<String> identifiers = keys().identifiers()) {
            assertThat(identifiers.limit(FIRST_PRODUCTS).distinct().count()).isEqualTo(FIRST_PRODUCTS);
        }
    }
}
