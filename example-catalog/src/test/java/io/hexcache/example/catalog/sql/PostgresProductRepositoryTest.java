package io.hexcache.example.catalog.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.example.catalog.Concurrently;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProductRepositoryTest extends ProductRepositoryTests {

    private final PostgresCatalog database = TestPostgres.catalog();
    private final DataSource dataSource = TestPostgres.dataSource(database);

    @Override
    SqlProductRepository migrated() {
        database.probe();
        new CatalogMigration(database, dataSource).run();
        return new SqlProductRepository(database, dataSource);
    }

    @Test
    void run_byManyAtOnceAndAgain_migratesOnce() throws Exception {
        PostgresCatalog fresh = TestPostgres.catalog();
        Concurrently.run(4, () -> {
            new CatalogMigration(fresh, TestPostgres.dataSource(fresh)).run();
            return true;
        });

        assertThat(new SqlProductRepository(fresh, TestPostgres.dataSource(fresh)).idsAbove(0, 2_000)).hasSize(1_200);
    }

    @Test
    void products_areTheSameAsInAFile(@TempDir Path directory) {
        List<Long> ids = LongStream.rangeClosed(1, 1_200).boxed().toList();

        assertThat(new SqlProductRepository(database, dataSource).findAll(ids)).isEqualTo(SqliteFile.repository(
                directory).findAll(ids)).hasSize(1_200);
    }

    @Test
    void health_namesTheDatabaseAndNothingSecret() {
        assertThat(new DatabaseHealth(database, dataSource).check().detail()).isEqualTo("PostgreSQL, " + database
                .jdbcUrl());
        assertThat(database.toString()).doesNotContain("secret");
    }

    @Test
    void probe_serverThatIsNotThere_isRefusedWithoutThePassword() {
        PostgresCatalog missing = new PostgresCatalog("jdbc:postgresql://127.0.0.1:1/postgres", Map.of("password",
                "secret"));
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(missing::probe).withMessageContaining(
                "jdbc:postgresql://127.0.0.1:1/postgres cannot be used").satisfies(
                        failure -> assertThat(failure
                                .getMessage()).doesNotContain("secret", "\n"));
    }
}
