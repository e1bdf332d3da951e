package io.hexcache.example.catalog.product;

import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.strategy.DeleteResult;
import java.util.Optional;
import java.util.Set;

/** Use case: remove a product, whatever its version. */
public final class RemoveProduct {

    private final ProductRepository repository;
    private final CachedProducts products;
    private final CategoryLists lists;
    private final StockLevels stock;

    /** Removes from this repository and from what is cached of it. */
    public RemoveProduct(ProductRepository repository, CachedProducts products, CategoryLists lists,
            StockLevels stock) {
        this.repository = repository;
        this.products = products;
        this.lists = lists;
        this.stock = stock;
    }

    /**
     * Removes the product. A call that failed may be repeated: where it has removed the product already, the repetition
     * says that there is none, and completes what was left to do.
     *
     * @return how far product and lists have come
     * @throws ProductException.Unknown if it does not exist
     */
    public Completion remove(long id) {
        DeleteResult removed = products.remove(id);
        Completion soFar = stock.removed(id).and(removed.completion());
        // Asked afterwards: before, somebody could have moved the product between the question and its end.
        Optional<String> category = repository.categoryOfRemoved(id);
        if (!removed.existed()) {
            // Perhaps this repeats a call that removed the product and failed at this question, before the list went.
            category.ifPresent(last -> lists.changed(Set.of(last), soFar));
            throw new ProductException.Unknown(id);
        }
        return lists.changed(Set.of(category.orElseThrow(() -> new IllegalStateException("product " + id
                + " was removed and left no trace; the cached list of its category may still show it"
                + " until its ttl ends"))), soFar);
    }
}
