package io.hexcache.example.catalog.product;

import io.hexcache.domain.port.WritableSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/** The stock levels as the source of truth of a cache: a column of the products. */
final class StockSource implements WritableSource<StockLevel> {

    private final ProductRepository repository;
    private final LongConsumer onChange;

    /**
     * The levels of this repository.
     *
     * @param onChange is told the id of a product whose level has changed
     */
    StockSource(ProductRepository repository, LongConsumer onChange) {
        this.repository = repository;
        this.onChange = onChange;
    }

    @Override
    public Optional<StockLevel> load(String identifier) {
        OptionalLong id = ProductId.parse(identifier);
        return id.isPresent() ? repository.find(id.getAsLong()).map(product -> new StockLevel(product.stock()))
                : Optional.empty();
    }

    /**
     * Sets the level, whatever else of the product has changed.
     *
     * @throws ProductException.Unknown if there is no such product
     */
    @Override
    public StockLevel store(String identifier, StockLevel level) {
        long id = ProductId.parse(identifier).orElseThrow(() -> new IllegalArgumentException(
                "a stock level was to be stored under '" + identifier + "', which is no product"));
        int before = repository.find(id).orElseThrow(() -> new ProductException.Unknown(id)).stock();
        if (before != level.pieces()) {
            if (!repository.setStock(id, level.pieces())) {
                throw new ProductException.Unknown(id);
            }
            onChange.accept(id);
        }
        return level;
    }

    @Override
    public boolean isAway(RuntimeException failure) {
        return failure instanceof ProductStoreException;
    }

    /** There is nothing left to delete: a level goes with its product. */
    @Override
    public boolean delete(String identifier) {
        return false;
    }
}
