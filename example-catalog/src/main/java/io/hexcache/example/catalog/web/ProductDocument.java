package io.hexcache.example.catalog.web;

import io.hexcache.example.catalog.product.Product;

/**
 * A product as somebody sends it: the fields that {@link Product} has, not checked yet, so that what they break is told
 * to the sender and not mistaken for unreadable JSON.
 */
public record ProductDocument(long id, String name, String category, long priceCents, int stock, long version) {

    Product toProduct() {
        return new Product(id, name, category, priceCents, stock, version);
    }
}
