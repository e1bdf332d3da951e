package io.hexcache.domain.port;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Brings values that were stored in an earlier shape into today's, each time that one is read, until it expires or is
 * written anew. Where it throws, the value is a miss.
 *
 * @param from fingerprint of the earlier shape, from {@link ValueCodec#fingerprint}; never 0
 * @param change the fields of the earlier value by name, to be changed in place or not, to those of today's: texts,
 *            numbers, truth values, lists and maps; a number with a fraction is a {@code BigDecimal}
 */
public record SchemaMigration(long from, UnaryOperator<Map<String, Object>> change) {

    /** Refuses a shape that cannot be told. */
    public SchemaMigration {
        if (from == 0) {
            throw new IllegalArgumentException(
                    "a migration from fingerprint 0, which stands for no shape; take it from ValueCodec.fingerprint");
        }
    }
}
