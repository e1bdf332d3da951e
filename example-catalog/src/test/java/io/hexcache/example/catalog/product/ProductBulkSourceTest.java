package io.hexcache.example.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.BulkSourceContract;
import io.hexcache.domain.port.BulkSource;
import io.hexcache.example.catalog.sql.SqliteFile;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The products in a SQLite file keep the contract of a source that reads many values at once. */
class ProductBulkSourceTest extends BulkSourceContract<Product> {

    @TempDir
    Path directory;

    private ProductSource source;

    @BeforeEach
    void open() {
        source = new ProductSource(SqliteFile.repository(directory));
    }

    @Override
    public BulkSource<Product> source() {
        return source;
    }

    @Override
    public String presentIdentifier() {
        return "1200";
    }

    @Override
    public String otherPresentIdentifier() {
        return "8";
    }

    @Override
    public String absentIdentifier() {
        return "1201";
    }

    @Test
    void loadAll_everyProduct_isFound() {
        Set<String> ids = LongStream.rangeClosed(1, 1200).mapToObj(ProductId::render).collect(Collectors.toSet());

        assertThat(source.loadAll(ids).keySet()).isEqualTo(ids);
    }

    @Test
    void loadAll_removedProduct_isNotFound() {
        source.delete("8");

        assertThat(source.loadAll(Set.of("8", "9"))).containsOnlyKeys("9");
    }
}
