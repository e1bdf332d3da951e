package io.hexcache.contract;

import static io.hexcache.contract.Samples.LONG;
import static io.hexcache.contract.Samples.NAMESPACE;
import static io.hexcache.contract.Samples.SHORT;
import static io.hexcache.contract.Samples.bytes;
import static io.hexcache.contract.Samples.key;
import static io.hexcache.contract.Samples.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.Fetched;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
        store().fetch(key("a"), token(1));

        assertThat(store().remove(Set.of(key("a")))).isZero();
    }

    @Test
    default void remove_expired_countsNothing() {
        store().set(key("a"), bytes("value"), SHORT);
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

    @Test
    default void removeAll_manyKeys_countsEachAndLeavesOthers() {
        List<CacheKey> keys = Samples.keys(3_000);
        setAll(keys);
        setAll(List.of(key("other")));

        assertThat(store().removeAll(new KeySelection.StartingWith("contract:item-"))).isEqualTo(3_000);
        assertThat(stored(keys)).isEmpty();
        assertThat(store().get(key("other"))).isPresent();
    }

    @Test
    default void removeAll_nothingSelected_countsNothing() {
        setAll(List.of(key("a")));

        assertThat(store().removeAll(new KeySelection.StartingWith("contract:b"))).isZero();
        assertThat(store().get(key("a"))).isPresent();
    }

    @Test
    default void removeAll_everyVersion_isSelected() {
        setAll(List.of(new CacheKey(NAMESPACE, "a", 0), new CacheKey(NAMESPACE, "a", 7)));

        assertThat(store().removeAll(new KeySelection.Matching(KeyPattern.of("contract:a")))).isEqualTo(2);
    }

    @Test
    default void removeAll_version_isNotMatched() {
        setAll(List.of(key("a")));

        assertThat(store().removeAll(new KeySelection.Matching(KeyPattern.of("contract:a:v0")))).isZero();
        assertThat(store().removeAll(new KeySelection.StartingWith("contract:a:"))).isZero();
    }

    @Test
    default void removeAll_prefixWithWildcards_isTakenLiterally() {
        setAll(List.of(key("a*[b]?c"), key("axbyc")));

        assertThat(store().removeAll(new KeySelection.StartingWith("contract:a*[b]?"))).isEqualTo(1);
        assertThat(store().get(key("axbyc"))).isPresent();
    }

    @Test
    default void removeAll_namespace_takesChildrenButNotNeighbours() {
        List<CacheKey> within = Stream.of("user", "user.profile", "user.profile.photo").map(this::one).toList();
        List<CacheKey> outside = Stream.of("users", "user-a", "a.user").map(this::one).toList();
        setAll(within);
        setAll(outside);

        assertThat(store().removeAll(new KeySelection.Within(new Namespace("user")))).isEqualTo(3);
        assertThat(stored(within)).isEmpty();
        assertThat(stored(outside)).hasSize(3);
    }

    @Test
    default void removeAll_oddKeys_countsEach() {
        List<CacheKey> keys = Samples.oddIdentifiers().map(Samples::key).toList();
        setAll(keys);

        assertThat(store().removeAll(new KeySelection.Within(NAMESPACE))).isEqualTo(keys.size());
        assertThat(stored(keys)).isEmpty();
    }

    @Test
    default void removeAll_expired_countsNothing() {
        store().set(key("a"), bytes("value"), SHORT);
        letPass(SHORT);
        awaitGone(key("a"));

        assertThat(store().removeAll(new KeySelection.Within(NAMESPACE))).isZero();
    }

    @Test
    default void removeAll_leased_voidsTheLeaseAndCountsNothing() {
        store().fetch(key("a"), token(1));

        assertThat(store().removeAll(new KeySelection.Within(NAMESPACE))).isZero();
        assertThat(store().fill(key("a"), token(1), bytes("late"), LONG)).isFalse();
        assertThat(store().fetch(key("a"), token(2))).isInstanceOf(Fetched.Leased.class);
    }

    @Test
    default void removeAll_otherLeases_stay() {
        store().fetch(key("b"), token(1));
        store().removeAll(new KeySelection.StartingWith("contract:a"));

        assertThat(store().fill(key("b"), token(1), bytes("value"), LONG)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.hexcache.contract.GlobTable#cases")
    default void removeAll_pattern_selectsWhatTheTableSays(GlobCase glob) {
        setAll(List.of(glob.key()));

        long removed = store().removeAll(new KeySelection.Matching(KeyPattern.of(glob.pattern())));

        assertThat(removed).isEqualTo(glob.matches() ? 1 : 0);
        assertThat(store().get(glob.key()).isEmpty()).isEqualTo(glob.matches());
    }

    private CacheKey one(String namespace) {
        return new CacheKey(new Namespace(namespace), "1", 0);
    }

    private void setAll(List<CacheKey> keys) {
        keys.forEach(key -> store().set(key, bytes(key.render()), LONG));
    }

    private List<CacheKey> stored(List<CacheKey> keys) {
        return keys.stream().filter(key -> store().get(key).isPresent()).toList();
    }
}
