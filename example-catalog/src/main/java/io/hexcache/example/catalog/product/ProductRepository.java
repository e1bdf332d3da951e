package io.hexcache.example.catalog.product;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where the products are. Each call is atomic and sees every change that was answered before it began; a change is
 * durable when it is answered. Calls are bounded in time and safe for use by many threads and processes.
 *
 * <p>
 * Every method throws {@link ProductStoreException} when the store does not answer or answers with an error; a change
 * has then not been made.
 */
public interface ProductRepository {

    /** The product with this id; empty if there is none, or it was removed. */
    Optional<Product> find(long id);

    /** The products with these ids, by id; those that do not exist, or were removed, are left out. */
    List<Product> findAll(Collection<Long> ids);

    /** The products of this category, by id; empty if there are none. */
    List<Product> findByCategory(String category);

    /** The ids of the products above this one, the smallest first, at most so many. */
    List<Long> idsAbove(long id, int atMost);

    /**
     * Replaces the product of this id if it is still at this version.
     *
     * @return what is stored now, at the next version; empty if the product is at another version or not there
     */
    Optional<Product> replace(Product product);

    /** Sets the stock of the product, whose version goes up if that changes it; whether there is such a product. */
    boolean setStock(long id, int pieces);

    /** Removes the product; whether there was one. */
    boolean remove(long id);

    /**
     * The category in which a product was when it was removed, which nothing can change any more; empty if no product
     * of this id was removed.
     */
    Optional<String> categoryOfRemoved(long id);
}
