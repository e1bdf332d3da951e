package io.hexcache.example.catalog.product;

/** The store of the products did not do its part; the message says what was asked of it. */
public final class ProductStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what was tried, and what the store answered. */
    public ProductStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
