package io.hexcache.example.catalog.product;

import io.hexcache.domain.Cache;
import io.hexcache.domain.Caches;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.policy.Durability;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.Delivery;
import io.hexcache.domain.strategy.WriteOptions;
import io.hexcache.domain.strategy.WriteResult;
import java.util.Set;

/**
 * The stock levels, which change more often than all else of a product: set behind where the namespace is configured
 * so, and only then seen in the product itself. The last of several levels that are set within an interval is written.
 */
public final class StockLevels {

    private static final String NAMESPACE = "catalog.stock";

    private final ProductRepository repository;
    private final CachedProducts products;
    private final CategoryLists lists;
    private final Cache<StockLevel> levels;

    /** Declares the namespace, read from and written to this repository. */
    public StockLevels(Caches caches, ProductRepository repository, CachedProducts products, CategoryLists lists) {
        this.repository = repository;
        this.products = products;
        this.lists = lists;
        this.levels = caches.declare(CacheDefinition.of(NAMESPACE, StockLevel.class).withSource(new StockSource(
                repository, this::changed)));
    }

    /** The level that was set last; absent if there is no such product. */
    public Lookup<StockLevel> find(long id) {
        return levels.get(ProductId.render(id));
    }

    /**
     * Sets the level.
     *
     * @return deferred while the database does not have it yet
     * @throws ProductException.Unknown if there is no such product
     */
    public WriteResult<StockLevel> set(long id, StockLevel level) {
        if (!(find(id) instanceof Lookup.Hit<StockLevel>)) {
            throw new ProductException.Unknown(id);
        }
        return levels.put(ProductId.render(id), level);
    }

    /** The level was set together with all else of the product: one that was set before must not come after it. */
    Completion replaced(Product product) {
        return levels.put(ProductId.render(product.id()), new StockLevel(product.stock()), WriteOptions.NONE.delivered(
                Delivery.of(Durability.IMMEDIATE))).completion();
    }

    /** The product was removed: levels that were set before have nowhere to go any more. */
    Completion removed(long id) {
        return levels.delete(ProductId.render(id)).completion();
    }

    private void changed(long id) {
        products.forget(id);
        repository.find(id).ifPresent(product -> {
            Completion _ = lists.changed(Set.of(product.category()), Completion.COMPLETE);
        });
    }
}
