package io.hexcache.example.catalog.product;

import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.strategy.DeleteResult;
import java.util.Set;

/** Use case: remove a product, whatever its version. */
public final class RemoveProduct {

    private final ProductRepository repository;
    private final CachedProducts products;
    private final CategoryLists lists;

    /** Removes from this repository and from what is cached of it. */
    public RemoveProduct(ProductRepository repository, CachedProducts products, CategoryLists lists) {
        this.repository = repository;
        this.products = products;
        this.lists = lists;
    }

    /**
     * Removes the product.
     *
     * @return how far product and lists have come
     * @throws ProductException.Unknown if it does not exist
     */
    public Completion remove(long id) {
        DeleteResult removed = products.remove(id);
        if (!removed.existed()) {
            throw new ProductException.Unknown(id);
        }
        // Asked afterwards: before, somebody could have moved the product between the question and its end.
        String category = repository.categoryOfRemoved(id).orElseThrow(() -> new IllegalStateException("product " + id
                + " was removed and left no trace; the cached list of its category may still show it"
                + " until its ttl ends"));
        return lists.changed(Set.of(category), removed.completion());
    }
}
