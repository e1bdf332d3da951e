package io.hexcache.infrastructure.memory;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.contract.ExistenceFilterContract;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.port.ExistenceFilter;
import io.hexcache.domain.port.FilterSize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BloomFilterTest extends ExistenceFilterContract {

    @Override
    public ExistenceFilter emptyFilter(FilterSize size) {
        return new BloomFilters().create(size);
    }

    @ParameterizedTest
    @CsvSource({"0,0.01", "-1,0.01", "100000001,0.01", "1,0", "1,0.6", "1,-0.1", "1,NaN"})
    void size_outOfBounds_isRefused(long keys, double rate) {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> new FilterSize(keys, rate))
                .withMessageContaining("must be");
    }
}
