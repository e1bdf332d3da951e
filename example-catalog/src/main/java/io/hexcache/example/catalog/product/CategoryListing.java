package io.hexcache.example.catalog.product;

import java.util.List;

/**
 * What is in one category.
 *
 * @param products at least one, by id; a category without products does not exist
 */
public record CategoryListing(String category, List<Product> products) {

    /** Takes an unchangeable copy. */
    public CategoryListing {
        products = List.copyOf(products);
    }
}
