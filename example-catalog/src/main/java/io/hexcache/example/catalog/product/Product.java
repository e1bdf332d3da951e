package io.hexcache.example.catalog.product;

/**
 * One product. Two products are the same state of the same thing when id and version are.
 *
 * @param id 1 or more, never given to another product
 * @param name for people: legal Unicode, not blank, at most 120 characters, no control characters
 * @param category {@code [a-z][a-z0-9-]*}, at most 40 characters
 * @param priceCents 0 or more
 * @param stock 0 or more
 * @param version of the stored product, 1 at first and one more with each change; what somebody sends is only compared
 *            with it, and so may be anything
 */
public record Product(long id, String name, String category, long priceCents, int stock, long version) {

    /** Checks all of it; throws {@link ProductException.Invalid} with every rule that is broken. */
    public Product {
        ProductRules.check(id, name, category, priceCents, stock);
    }

    /** The same product after one more change. */
    public Product nextVersion() {
        return new Product(id, name, category, priceCents, stock, version + 1);
    }
}
