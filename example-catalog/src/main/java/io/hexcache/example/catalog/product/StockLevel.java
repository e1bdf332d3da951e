package io.hexcache.example.catalog.product;

import java.util.List;

/**
 * How many pieces of a product there are.
 *
 * @param pieces 0 or more
 */
public record StockLevel(int pieces) {

    /** Checks the number; throws {@link ProductException.Invalid}. */
    public StockLevel {
        if (pieces < 0) {
            throw new ProductException.Invalid(List.of("stock must be 0 or more"));
        }
    }
}
