package io.hexcache.reliability.load;

import io.hexcache.reliability.history.KeyHistory;

/**
 * A product, or the stock level of one.
 *
 * @param field which number of its JSON counts its writes
 */
public record Key(long id, String field, KeyHistory history) {

    /** Stock levels begin above what the catalogue is made with. */
    private static final long ABOVE_STOCK = 1_000;
    private static final long ABOVE_PRICES = 1_000_000;

    static Key stock(long id) {
        return new Key(id, "stock", new KeyHistory("/v1/products/" + id + "/stock", ABOVE_STOCK));
    }

    static Key product(long id) {
        return new Key(id, "priceCents", new KeyHistory("/v1/products/" + id, ABOVE_PRICES));
    }
}
