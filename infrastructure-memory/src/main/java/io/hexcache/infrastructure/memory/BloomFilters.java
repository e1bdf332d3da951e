package io.hexcache.infrastructure.memory;

import io.hexcache.domain.port.ExistenceFilter;
import io.hexcache.domain.port.ExistenceFilterFactory;
import io.hexcache.domain.port.FilterSize;

/** Makes Bloom filters. */
final class BloomFilters implements ExistenceFilterFactory {

    @Override
    public ExistenceFilter create(FilterSize size) {
        return new BloomFilter(size);
    }
}
