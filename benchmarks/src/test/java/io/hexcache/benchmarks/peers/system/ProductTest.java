package io.hexcache.benchmarks.peers.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The value that everything is measured with. */
class ProductTest {

    @Test
    void json_ofEveryProduct_isAsLongAsReported_andReadBack() {
        ProductJson json = new ProductJson();

        assertThat(LongStream.of(0, 7, 123_456, 999_999)).allSatisfy(id -> {
            Product product = Product.of(id);
            assertThat(json.write(product)).hasSize(Product.JSON_BYTES);
            assertThat(json.read(json.write(product))).isEqualTo(product);
        });
    }
}
