package io.hexcache.example.catalog.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.example.catalog.Concurrently;
import io.hexcache.example.catalog.product.Product;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the repository does on either database. */
abstract class ProductRepositoryTests {

    private SqlProductRepository repository;

    /** The first products, in a database of their own. */
    abstract SqlProductRepository migrated();

    @BeforeEach
    void migrate() {
        repository = migrated();
    }

    @Test
    void find_firstProduct_isTheSameEverywhere() {
        assertThat(repository.find(1)).contains(new Product(1, "Alder Kettle", "kitchen", 3399, 0, 1));
    }

    @Test
    void find_lastAndNext_onlyTheLastExists() {
        assertThat(repository.find(1200)).isPresent();
        assertThat(repository.find(1201)).isEmpty();
    }

    @Test
    void findByCategory_holdsItsProductsInOrder() {
        List<Product> kitchen = repository.findByCategory("kitchen");

        assertThat(kitchen).hasSize(100).allMatch(product -> product.category().equals("kitchen"));
        assertThat(kitchen).extracting(Product::id).isSorted();
        assertThat(repository.findByCategory("no-such")).isEmpty();
    }

    @Test
    void replace_atCurrentVersion_storesEverythingAndTheNextVersion() {
        Product given = new Product(7, "Größe \uD83C\uDFBB", "new-category", Long.MAX_VALUE, Integer.MAX_VALUE, 1);

        Optional<Product> stored = repository.replace(given);

        assertThat(stored).contains(given.nextVersion());
        assertThat(repository.find(7)).isEqualTo(stored);
        assertThat(repository.findByCategory("new-category")).containsExactly(given.nextVersion());
    }

    @Test
    void replace_atAnotherVersion_changesNothing() {
        Product current = repository.find(7).orElseThrow();

        assertThat(repository.replace(new Product(7, "Other", "tools", 1, 1, 2))).isEmpty();
        assertThat(repository.find(7)).contains(current);
    }

    @Test
    void replace_unknownProduct_makesNone() {
        assertThat(repository.replace(new Product(5000, "Other", "tools", 1, 1, 1))).isEmpty();
        assertThat(repository.find(5000)).isEmpty();
    }

    @Test
    void setStock_ofAProduct_isItsNextVersionOnlyIfItChanges() {
        Product before = repository.find(7).orElseThrow();

        assertThat(repository.setStock(7, before.stock() + 1)).isTrue();
        assertThat(repository.setStock(7, before.stock() + 1)).isTrue();

        assertThat(repository.find(7)).contains(new Product(7, before.name(), before.category(), before.priceCents(),
                before.stock() + 1, before.version() + 1));
        assertThat(repository.setStock(5000, 1)).isFalse();
    }

    @Test
    void idsAbove_anId_areTheNextInOrder() {
        assertThat(repository.idsAbove(1198, 10)).containsExactly(1199L, 1200L);
        assertThat(repository.idsAbove(0, 2)).containsExactly(1L, 2L);
        assertThat(repository.findAll(List.of(3L, 2L, 5000L))).extracting(Product::id).containsExactly(2L, 3L);
    }

    @Test
    void remove_product_isGoneForGoodAndLeavesItsLastCategory() {
        repository.replace(new Product(1, "Kettle", "moved", 1, 1, 1));

        assertThat(repository.remove(1)).isTrue();

        assertThat(repository.find(1)).isEmpty();
        assertThat(repository.findByCategory("moved")).isEmpty();
        assertThat(repository.categoryOfRemoved(1)).contains("moved");
        assertThat(repository.remove(1)).isFalse();
        assertThat(repository.replace(new Product(1, "Kettle", "moved", 1, 1, 2))).isEmpty();
    }

    @Test
    void categoryOfRemoved_productThatIsThere_isEmpty() {
        assertThat(repository.categoryOfRemoved(1)).isEmpty();
    }

    @Test
    void replace_byManyThreads_exactlyOneWinsEachVersion() throws Exception {
        int versions = 25;
        int threads = 8;

        List<List<Long>> wonByThread = Concurrently.run(threads, () -> IntStream.rangeClosed(1, versions).mapToObj(
                version -> repository.replace(new Product(3, "Lamp", "office", 1, 1, version)))
                .flatMap(Optional::stream)
                .map(Product::version).toList());

        // A thread may be ahead of the stored version and lose; so some versions may stay unwon, but none is won twice.
        List<Long> won = wonByThread.stream().flatMap(List::stream).sorted().toList();
        assertThat(won).doesNotHaveDuplicates().isNotEmpty();
        assertThat(won).containsExactlyElementsOf(IntStream.rangeClosed(2, won.size() + 1).mapToObj(Long::valueOf)
                .toList());
        assertThat(repository.find(3).orElseThrow().version()).isEqualTo(won.getLast());
    }
}
