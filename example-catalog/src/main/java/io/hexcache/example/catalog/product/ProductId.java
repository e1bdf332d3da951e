package io.hexcache.example.catalog.product;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * How the id of a product is written in addresses and cache keys: decimal, 1 to 2^63-1, without sign or leading zeros.
 * There is one way to write each, so that one product has one key; {@code 7} and {@code 007} would be two.
 */
public final class ProductId {

    private static final Pattern CANONICAL = Pattern.compile("[1-9][0-9]{0,18}");

    private ProductId() {}

    /** The id that the text stands for; empty if it stands for none. */
    public static OptionalLong parse(String text) {
        if (!CANONICAL.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException beyondLong) {
            return OptionalLong.empty();
        }
    }

    /** The text that stands for the id. */
    public static String render(long id) {
        return Long.toString(id);
    }
}
