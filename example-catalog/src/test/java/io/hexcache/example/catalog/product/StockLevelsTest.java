package io.hexcache.example.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.Caches;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.writebehind.WriteBehindService;
import io.hexcache.example.catalog.TestNode;
import io.hexcache.example.catalog.sql.SqliteFile;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stock levels that are written behind, on a node whose drains a test begins. */
class StockLevelsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    private ProductRepository repository;
    private WriteBehindService behind;
    private CachedProducts products;
    private CategoryLists lists;
    private StockLevels stock;

    @BeforeEach
    void wire() {
        repository = SqliteFile.repository(directory);
        TestNode.Behind node = TestNode.behind();
        Caches caches = node.caches();
        behind = node.writes();
        products = new CachedProducts(caches, repository);
        lists = new CategoryLists(caches, repository);
        stock = new StockLevels(caches, repository, products, lists);
    }

    private int stored() {
        return repository.find(1).orElseThrow().stock();
    }

    @Test
    void set_isReadAtOnceAndStoredLaterWithTheProductThatShowsIt() {
        int before = products.find(1).value().orElseThrow().stock();

        assertThat(stock.set(1, new StockLevel(before + 5)).completion()).isEqualTo(Completion.DEFERRED);

        assertThat(stock.find(1).value()).contains(new StockLevel(before + 5));
        assertThat(stored()).isEqualTo(before);
        assertThat(behind.flush(PATIENCE)).isTrue();
        assertThat(stored()).isEqualTo(before + 5);
        assertThat(products.find(1).value()).map(Product::stock).contains(before + 5);
        assertThat(lists.find("kitchen").value().orElseThrow().products()).filteredOn(product -> product.id() == 1)
                .map(Product::stock).containsExactly(before + 5);
    }

    @Test
    void set_severalTimes_isStoredOnce() {
        long version = repository.find(1).orElseThrow().version();
        for (int pieces = 100; pieces < 120; pieces++) {
            stock.set(1, new StockLevel(pieces));
        }
        assertThat(behind.flush(PATIENCE)).isTrue();
        assertThat(stored()).isEqualTo(119);
        assertThat(repository.find(1).orElseThrow().version()).isEqualTo(version + 1);
    }

    @Test
    void replaceOfTheProduct_isNotUndoneByALevelThatWasSetBefore() {
        stock.set(1, new StockLevel(100));
        Product now = repository.find(1).orElseThrow();
        new ReplaceProduct(repository, products, lists, stock).replace(new Product(1, now.name(), now.category(), now
                .priceCents(), 3, now.version()));
        assertThat(behind.flush(PATIENCE)).isTrue();
        assertThat(stored()).isEqualTo(3);
        assertThat(stock.find(1).value()).contains(new StockLevel(3));
    }

    @Test
    void removalOfTheProduct_takesItsLevelAlong() {
        stock.set(1, new StockLevel(100));
        new RemoveProduct(repository, products, lists, stock).remove(1);
        assertThat(behind.flush(PATIENCE)).isTrue();
        assertThat(behind.status().dead()).isZero();
        assertThat(stock.find(1).value()).isEmpty();
    }

    @Test
    void set_unknownProductOrNegativeLevel_isRefused() {
        assertThatExceptionOfType(ProductException.Unknown.class)
                .isThrownBy(() -> stock.set(999_999, new StockLevel(1)));
        assertThatExceptionOfType(ProductException.Invalid.class).isThrownBy(() -> new StockLevel(-1));
    }
}
