package io.hexcache.example.catalog.product;

import io.hexcache.domain.port.SourceOfTruth;
import java.util.List;
import java.util.Optional;

/** The lists of products as the source of truth of a cache: read-through by the name of the category. */
final class CategorySource implements SourceOfTruth<CategoryListing> {

    private final ProductRepository repository;

    /** Lists of the products of this repository. */
    CategorySource(ProductRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<CategoryListing> load(String category) {
        List<Product> products = repository.findByCategory(category);
        return products.isEmpty() ? Optional.empty() : Optional.of(new CategoryListing(category, products));
    }
}
