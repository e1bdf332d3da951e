package io.hexcache.example.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.Caches;
import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.strategy.WriteResult;
import io.hexcache.example.catalog.TestNode;
import io.hexcache.example.catalog.sql.SqliteFile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How far a change has come is the worst of what has become of the product and of its lists. */
class BusAwayTest {

    /** What the bus does not take. */
    enum Lost {
        NOTHING, PRODUCT, LISTS_BY_TAG, LISTS_BY_KEY;

        boolean covers(KeySelection change) {
            return switch (this) {
                case NOTHING -> false;
                case PRODUCT -> namesKeyOf("catalog.product", change);
                case LISTS_BY_TAG -> change instanceof KeySelection.Tagged;
                case LISTS_BY_KEY -> namesKeyOf("catalog.category", change);
            };
        }

        private static boolean namesKeyOf(String namespace, KeySelection change) {
            return change instanceof KeySelection.Keys named
                    && named.keys().stream().anyMatch(key -> key.namespace().name()
                            .equals(namespace));
        }
    }

    private record BrokenBus(Lost lost) implements InvalidationBus {

        @Override
        public long announce(Origin origin, long told, Change change) {
            if (lost.covers(change.selection())) {
                throw new CacheConnectionException("the bus is away");
            }
            return told + 1;
        }

        @Override
        public Heads exchange(Origin origin, Beat own) {
            return new Heads(Map.of());
        }

        @Override
        public void subscribe(BusListener listener) {
            listener.connected();
        }

        @Override
        public void close() {}
    }

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void replaceAndRemove_busLosesOneStep_areDeferredButDone(Lost lost) {
        ProductRepository repository = SqliteFile.repository(directory);
        Caches caches = TestNode.caches(TestNode.memory(), new BrokenBus(lost));
        CachedProducts products = new CachedProducts(caches, repository);
        CategoryLists lists = new CategoryLists(caches, repository);
        StockLevels stock = new StockLevels(caches, repository, products, lists);
        Completion expected = lost == Lost.NOTHING ? Completion.COMPLETE : Completion.DEFERRED;

        WriteResult<Product> replaced = new ReplaceProduct(repository, products, lists, stock)
                .replace(new Product(1, "Kettle",
                        "kitchen", 1, 1, 1));
        Completion removed = new RemoveProduct(repository, products, lists, stock).remove(2);

        assertThat(replaced.completion()).isEqualTo(expected);
        assertThat(removed).isEqualTo(expected);
        assertThat(products.find(1).value()).contains(replaced.stored());
        assertThat(products.find(2).value()).isEmpty();
    }
}
