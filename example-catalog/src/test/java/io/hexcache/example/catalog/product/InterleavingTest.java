package io.hexcache.example.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.Caches;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.example.catalog.TestNode;
import io.hexcache.example.catalog.sql.SqliteFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody else does in the middle of a use case does not leave an old list in the cache. */
class InterleavingTest {

    private static final Product KETTLE_IN_TOOLS = new Product(1, "Kettle", "tools", 1, 1, 1);

    @TempDir
    Path directory;

    private MovingRepository repository;
    private CategoryLists lists;
    private ReplaceProduct replaceProduct;
    private RemoveProduct removeProduct;

    @BeforeEach
    void wire() {
        repository = new MovingRepository(SqliteFile.repository(directory));
        Caches caches = TestNode.caches(TestNode.memory(), TestNode.hub()
                .connect());
        CachedProducts products = new CachedProducts(caches, repository);
        lists = new CategoryLists(caches, repository);
        StockLevels stock = new StockLevels(caches, repository, products, lists);
        replaceProduct = new ReplaceProduct(repository, products, lists, stock);
        removeProduct = new RemoveProduct(repository, products, lists, stock);
    }

    @Test
    void find_productMovesAwayWhileTheListIsLoaded_oldListIsNotKept() {
        repository.afterNextList(() -> replaceProduct.replace(KETTLE_IN_TOOLS));

        assertThat(idsOf("kitchen")).as("read before the change").contains(1L);

        assertThat(idsOf("kitchen")).doesNotContain(1L);
    }

    @Test
    void find_categoryIsMadeWhileItsAbsenceIsLoaded_absenceIsNotKept() {
        repository.afterNextList(() -> replaceProduct.replace(new Product(1, "Kettle", "brand-new", 1, 1, 1)));

        assertThat(lists.find("brand-new").value()).as("read before the change").isEmpty();

        assertThat(idsOf("brand-new")).containsExactly(1L);
    }

    @Test
    void remove_productMovesInTheMiddle_listOfItsLastCategoryIsFresh() {
        repository.beforeNextRemove(() -> {
            replaceProduct.replace(KETTLE_IN_TOOLS);
            assertThat(idsOf("tools")).contains(1L);
        });

        assertThat(removeProduct.remove(1)).isEqualTo(Completion.COMPLETE);

        assertThat(idsOf("tools")).doesNotContain(1L);
        assertThat(idsOf("kitchen")).doesNotContain(1L);
    }

    @Test
    void remove_storeFailsAfterTheRemoval_repeatedRemovalMakesTheListFresh() {
        assertThat(idsOf("kitchen")).contains(1L);
        repository.beforeNextCategoryOfRemoved(() -> {
            throw new ProductStoreException("away", new IllegalStateException("away"));
        });
        assertThatExceptionOfType(ProductStoreException.class).isThrownBy(() -> removeProduct.remove(1));
        assertThat(idsOf("kitchen")).as("nobody knows yet which list to drop").contains(1L);

        assertThatExceptionOfType(ProductException.Unknown.class).isThrownBy(() -> removeProduct.remove(1));

        assertThat(idsOf("kitchen")).doesNotContain(1L);
    }

    @Test
    void replace_productMovesInTheMiddle_isOutdatedAndChangesNothing() {
        repository.beforeNextReplace(() -> repository.replace(KETTLE_IN_TOOLS));

        assertThatExceptionOfType(ProductException.Outdated.class)
                .isThrownBy(() -> replaceProduct.replace(new Product(1,
                        "Kettle", "garden", 1, 1, 1)))
                .withMessageContaining("product 1 is at version 2, not 1");

        assertThat(repository.find(1)).contains(KETTLE_IN_TOOLS.nextVersion());
    }

    @Test
    void replace_productIsRemovedInTheMiddle_isUnknown() {
        repository.beforeNextReplace(() -> removeProduct.remove(1));

        assertThatExceptionOfType(ProductException.Unknown.class).isThrownBy(() -> replaceProduct.replace(
                KETTLE_IN_TOOLS));

        assertThat(repository.find(1)).isEqualTo(Optional.empty());
    }

    private List<Long> idsOf(String category) {
        return lists.find(category).value().orElseThrow().products().stream().map(Product::id).toList();
    }
}
