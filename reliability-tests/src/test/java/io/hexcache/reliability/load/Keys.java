package io.hexcache.reliability.load;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What is read and written.
 *
 * @param stock for each service the stock levels that it alone writes, behind
 * @param products that are replaced, each by one writer, through any service
 * @param doomed that are removed, one after the other
 */
public record Keys(List<List<Key>> stock, List<Key> products, List<Key> doomed) {

    private static final int STOCK = 40;
    private static final int PRODUCTS = 40;
    private static final int DOOMED = 100;
    private static final int FIRST_PRODUCT = 401;
    private static final int FIRST_DOOMED = 601;

    /** For so many services. */
    public static Keys of(int nodes) {
        return new Keys(IntStream.range(0, nodes).mapToObj(node -> LongStream.range(0, STOCK).mapToObj(i -> Key.stock(
                1 + node * STOCK + i)).toList()).toList(),
                products(FIRST_PRODUCT, PRODUCTS), products(FIRST_DOOMED, DOOMED));
    }

    private static List<Key> products(int first, int count) {
        return LongStream.range(first, first + count).mapToObj(Key::product).toList();
    }

    /** All that is read. */
    public List<Key> all() {
        return Stream.of(stock.stream().flatMap(List::stream), products.stream(), doomed.stream()).flatMap(keys -> keys)
                .toList();
    }
}
