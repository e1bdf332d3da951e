package io.hexcache.example.catalog.product;

import io.hexcache.domain.Cache;
import io.hexcache.domain.Caches;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.DeleteResult;
import io.hexcache.domain.strategy.WriteResult;

/** The cached products, each under its id. */
public final class CachedProducts {

    private static final String NAMESPACE = "catalog.product";

    private final Cache<Product> products;

    /** Declares the namespace, read and written through to this repository. */
    public CachedProducts(Caches caches, ProductRepository repository) {
        this.products = caches.declare(CacheDefinition.of(NAMESPACE, Product.class).withSource(new ProductSource(
                repository)));
    }

    /** The product with this id; absent if there is none. */
    public Lookup<Product> find(long id) {
        return products.get(ProductId.render(id));
    }

    WriteResult<Product> replace(Product product) {
        return products.put(ProductId.render(product.id()), product);
    }

    DeleteResult remove(long id) {
        return products.delete(ProductId.render(id));
    }

    /** Drops what is cached under the id, for it may be outdated. */
    void forget(long id) {
        products.invalidate(ProductId.render(id));
    }
}
