package io.hexcache.example.catalog.product;

import io.hexcache.contract.SourceOfTruthContract;
import io.hexcache.domain.port.SourceOfTruth;
import io.hexcache.example.catalog.sql.SqliteFile;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The lists of products in a SQLite file keep the contract of a source. */
class CategorySourceTest extends SourceOfTruthContract<CategoryListing> {

    @TempDir
    Path directory;

    private CategorySource source;

    @BeforeEach
    void open() {
        source = new CategorySource(SqliteFile.repository(directory));
    }

    @Override
    public SourceOfTruth<CategoryListing> source() {
        return source;
    }

    @Override
    public String presentIdentifier() {
        return "kitchen";
    }

    @Override
    public String otherPresentIdentifier() {
        return "tools";
    }

    @Override
    public String absentIdentifier() {
        return "no-such";
    }
}
