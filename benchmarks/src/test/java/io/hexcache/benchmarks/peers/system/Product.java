package io.hexcache.benchmarks.peers.system;

/** The value that everything is measured with. */
public record Product(long id, String name, String category, long priceCents, int stock, long version,
        String description) {

    /** How long it is as JSON, in bytes. */
    public static final int JSON_BYTES = 300;

    private static final String WORDS = "a thing that is sold in many sizes and colours, described in plain words ";

    /** The product with this number; its JSON has {@link #JSON_BYTES} bytes. */
    public static Product of(long id) {
        Product bare = new Product(id, "product " + id, "category-" + id % 64, 100 + id % 10_000, (int) (id % 1_000),
                id % 16, "");
        int missing = JSON_BYTES - new ProductJson().write(bare).length;
        return new Product(bare.id, bare.name, bare.category, bare.priceCents, bare.stock, bare.version, WORDS.repeat(
                missing / WORDS.length() + 1).substring(0, missing));
    }
}
