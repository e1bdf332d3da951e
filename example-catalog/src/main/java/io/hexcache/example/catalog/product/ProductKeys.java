package io.hexcache.example.catalog.product;

import io.hexcache.domain.port.SourceKeys;
import java.util.List;
import java.util.stream.Stream;

/** The identifiers of all products, page by page in the order of their ids, so that none is missed or read twice. */
final class ProductKeys implements SourceKeys {

    private static final int PAGE = 1_000;

    private final ProductRepository repository;

    /** Those of this repository. */
    ProductKeys(ProductRepository repository) {
        this.repository = repository;
    }

    @Override
    public Stream<String> identifiers() {
        return Stream.iterate(repository.idsAbove(0, PAGE), page -> !page.isEmpty(), page -> repository.idsAbove(page
                .getLast(), PAGE)).flatMap(List::stream).map(ProductId::render);
    }
}
