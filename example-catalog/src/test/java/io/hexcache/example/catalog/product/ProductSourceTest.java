package io.hexcache.example.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.contract.WritableSourceContract;
import io.hexcache.domain.port.SourceOfTruth;
import io.hexcache.domain.port.WritableSource;
import io.hexcache.example.catalog.sql.SqliteFile;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The products in a SQLite file keep the contract of a source that takes writes. */
class ProductSourceTest extends WritableSourceContract<Product> {

    @TempDir
    Path directory;

    private ProductSource source;

    @BeforeEach
    void open() {
        source = new ProductSource(SqliteFile.repository(directory));
    }

    @Override
    public WritableSource<Product> source() {
        return source;
    }

    @Override
    public SourceOfTruth<Product> reopened() {
        return new ProductSource(SqliteFile.repository(directory));
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

    @Override
    public Product successor(Product current, int number) {
        return new Product(current.id(), "Successor " + number, current.category(), number, number, current.version());
    }

    @Test
    void load_otherSpellingOfAnId_isEmpty() {
        assertThat(source.load("01200")).isEmpty();
        assertThat(source.load("+8")).isEmpty();
    }

    @Test
    void store_unknownProduct_isRefused() {
        assertThatExceptionOfType(ProductException.Unknown.class)
                .isThrownBy(() -> source.store("5000", new Product(5000,
                        "x", "a", 0, 0, 1)));
    }

    @Test
    void store_oldVersion_isRefused() {
        assertThatExceptionOfType(ProductException.Outdated.class)
                .isThrownBy(() -> source.store("8", new Product(8, "x",
                        "a", 0, 0, 7)))
                .withMessage("product 8 is at version 1, not 7; read it again and repeat the change");
    }

    @Test
    void store_underAnotherIdentifier_isAMistakeAndChangesNothing() {
        Product other = source.load("8").orElseThrow();

        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> source.store("9", other));

        assertThat(source.load("8")).contains(other);
    }
}
