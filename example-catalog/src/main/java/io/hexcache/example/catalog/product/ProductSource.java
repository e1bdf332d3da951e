package io.hexcache.example.catalog.product;

import io.hexcache.domain.port.BulkSource;
import io.hexcache.domain.port.WritableSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The products as the source of truth of a cache: read-through, also of many, and write-through by canonical id. */
final class ProductSource implements WritableSource<Product>, BulkSource<Product> {

    private final ProductRepository repository;

    /** The products of this repository. */
    ProductSource(ProductRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<Product> load(String identifier) {
        OptionalLong id = ProductId.parse(identifier);
        return id.isPresent() ? repository.find(id.getAsLong()) : Optional.empty();
    }

    @Override
    public Map<String, Product> loadAll(Set<String> identifiers) {
        List<Long> ids = identifiers.stream().map(ProductId::parse).filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong).toList();
        return repository.findAll(ids).stream()
                .collect(Collectors.toMap(product -> ProductId.render(product.id()), Function.identity()));
    }

    /**
     * Replaces the product, which is at the next version then.
     *
     * @throws ProductException.Unknown if it does not exist; products are not made here
     * @throws ProductException.Outdated if it is at another version than the given one
     */
    @Override
    public Product store(String identifier, Product product) {
        if (!identifier.equals(ProductId.render(product.id()))) {
            throw new IllegalArgumentException("product %d was to be stored under another identifier".formatted(product
                    .id()));
        }
        return repository.replace(product).orElseThrow(() -> refusal(product));
    }

    private ProductException refusal(Product product) {
        return repository.find(product.id()).<ProductException>map(current -> new ProductException.Outdated(product,
                current.version())).orElseGet(() -> new ProductException.Unknown(product.id()));
    }

    @Override
    public boolean delete(String identifier) {
        OptionalLong id = ProductId.parse(identifier);
        return id.isPresent() && repository.remove(id.getAsLong());
    }
}
