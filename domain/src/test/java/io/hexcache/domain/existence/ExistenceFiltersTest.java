package io.hexcache.domain.existence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.existence.FilterStatus.Phase;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ExistenceFiltersTest {

    private static final Namespace USER = new Namespace("user");
    private static final Namespace PRODUCT = new Namespace("product");

    private final ExistenceFilters filters = new ExistenceFilters();
    private final KeyExistence user = filter(USER);
    private final KeyExistence product = filter(PRODUCT);

    private static KeyExistence filter(Namespace namespace) {
        return new KeyExistence(namespace, () -> Stream.of("1"), SetFilter::new, () -> true, Runnable::run);
    }

    @Test
    void add_twice_isRefused() {
        filters.add(user);

        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> filters.add(filter(USER)))
                .withMessageContaining("user");
    }

    @Test
    void find_isTheOneOfTheNamespace() {
        filters.add(user);
        filters.add(product);

        assertThat(filters.find(USER)).contains(user);
        assertThat(filters.find(new Namespace("user.profile"))).isEmpty();
        assertThat(filters.all()).containsExactly(product, user);
    }

    @Test
    void missedChanges_buildsAll_changed_reachesItsNamespace() {
        filters.add(user);
        filters.add(product);

        filters.missedChanges();
        filters.changed(KeySelection.Keys.of(new CacheKey(USER, "2", 0)));

        assertThat(user.mayExist("2")).isTrue();
        assertThat(product.mayExist("2")).isFalse();
    }

    @Test
    void close_closesAll() {
        filters.add(user);
        filters.missedChanges();

        filters.close();

        assertThat(user.status().phase()).isEqualTo(Phase.EMPTY);
    }
}
