package io.hexcache.example.catalog.product;

import static java.util.stream.Collectors.toSet;

import io.hexcache.domain.strategy.WriteResult;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Use case: replace a product that nobody else has changed since it was read. */
public final class ReplaceProduct {

    private final ProductRepository repository;
    private final CachedProducts products;
    private final CategoryLists lists;
    private final StockLevels stock;

    /** Replaces in this repository and in what is cached of it. */
    public ReplaceProduct(ProductRepository repository, CachedProducts products, CategoryLists lists,
            StockLevels stock) {
        this.repository = repository;
        this.products = products;
        this.lists = lists;
        this.stock = stock;
    }

    /**
     * Replaces the product if it is still at the given version.
     *
     * @return what is stored now, and how far product and lists have come
     * @throws ProductException.Unknown if it does not exist
     * @throws ProductException.Outdated if it is at another version
     */
    public WriteResult<Product> replace(Product product) {
        Product before = current(product);
        // Succeeds at this very version only, so what it replaces is what was read above, with the category it had.
        WriteResult<Product> replaced = products.replace(product);
        Set<String> categories = Stream.of(before, replaced.stored()).map(Product::category).collect(toSet());
        return new WriteResult<>(replaced.stored(), lists.changed(categories, stock.replaced(replaced.stored()).and(
                replaced.completion())));
    }

    /** The row at the product's version. Who asks with another one may have it from a copy that is outdated. */
    private Product current(Product product) {
        Optional<Product> row = repository.find(product.id());
        if (row.isPresent() && row.get().version() == product.version()) {
            return row.get();
        }
        products.forget(product.id());
        throw row.<ProductException>map(now -> new ProductException.Outdated(product, now.version()))
                .orElseGet(() -> new ProductException.Unknown(product.id()));
    }
}
