package io.hexcache.example.catalog.sql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.example.catalog.product.ProductStoreException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlProductRepositoryTest extends ProductRepositoryTests {

    @TempDir
    Path directory;

    @Override
    SqlProductRepository migrated() {
        return SqliteFile.repository(directory);
    }

    @Test
    void find_databaseWithoutTables_saysWhatWasAsked(@TempDir Path empty) {
        SqlProductRepository unmigrated = new SqlProductRepository(SqliteFile.in(empty),
                SqliteFile.dataSource(SqliteFile.in(empty)));

        assertThatThrownBy(() -> unmigrated.find(1)).isInstanceOf(ProductStoreException.class)
                .hasMessageContainingAll("catalog.db answered", "no such table: product",
                        "WHERE removed = 0 AND id = ?", "try again");
    }
}
