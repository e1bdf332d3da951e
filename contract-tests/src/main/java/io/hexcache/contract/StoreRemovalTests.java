package io.hexcache.contract;

import static io.hexcache.contract.Samples.SHORT;
import static io.hexcache.contract.Samples.bytes;
import static io.hexcache.contract.Samples.key;
import static io.hexcache.contract.Samples.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.CacheKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A removal takes what it names, all of it, nothing else, and counts the live entries that it took. */
interface StoreRemovalTests extends StoreUnderTest {

    @Test
    default void remove_someStored_countsThoseAndLeavesOthers() {
        setAll(List.of(key("a"), key("b"), key("c")));

        assertThat(store().remove(Set.of(key("a"), key("b"), key("missing")))).isEqualTo(2);
        assertThat(stored(List.of(key("a"), key("b"), key("c")))).containsExactly(key("c"));
    }

    @Test
    default void remove_again_countsNothing() {
        setAll(List.of(key("a")));
        store().remove(Set.of(key("a")));

        assertThat(store().remove(Set.of(key("a")))).isZero();
    }

    @Test
    default void remove_onlyLeased_countsNothing() {
        fetch(key("a"), token(1));

        assertThat(store().remove(Set.of(key("a")))).isZero();
    }

    @Test
    default void remove_expired_countsNothing() {
        set(key("a"), bytes("value"), SHORT);
        letPass(SHORT);
        awaitGone(key("a"));

        assertThat(store().remove(Set.of(key("a")))).isZero();
    }

    @Test
    default void remove_noKeys_countsNothing() {
        assertThat(store().remove(Set.of())).isZero();
    }

    @Test
    default void remove_manyKeys_countsEach() {
        List<CacheKey> keys = Samples.keys(2_000);
        setAll(keys);

        assertThat(store().remove(new HashSet<>(keys))).isEqualTo(2_000);
        assertThat(stored(keys)).isEmpty();
    }

    @Test
    default void remove_oddKeys_countsEach() {
        List<CacheKey> keys = Samples.oddIdentifiers().map(Samples::key).toList();
        setAll(keys);

        assertThat(store().remove(new HashSet<>(keys))).isEqualTo(keys.size());
        assertThat(stored(keys)).isEmpty();
    }

    private void setAll(List<CacheKey> keys) {
        keys.forEach(key -> set(key, key.render()));
    }

    private List<CacheKey> stored(List<CacheKey> keys) {
        return keys.stream().filter(key -> store().get(key).isPresent()).toList();
    }
}
