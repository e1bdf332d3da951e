package io.hexcache.example.catalog.web;

import io.hexcache.example.catalog.product.StockLevel;

/** A stock level as somebody sends it, not checked yet. */
public record StockDocument(int stock) {

    StockLevel toLevel() {
        return new StockLevel(stock);
    }
}
