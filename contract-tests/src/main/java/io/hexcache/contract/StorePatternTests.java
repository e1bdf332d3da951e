package io.hexcache.contract;

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
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Guard;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A removal by names takes what it names, in its whole depth, with the guards, and nothing else. */
interface StorePatternTests extends StoreUnderTest {

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
        set(key("a"), bytes("value"), SHORT);
        letPass(SHORT);
        awaitGone(key("a"));

        assertThat(store().removeAll(new KeySelection.Within(NAMESPACE))).isZero();
    }

    @Test
    default void removeAll_leased_voidsTheLeaseAndCountsNothing() {
        fetch(key("a"), token(1));

        assertThat(store().removeAll(new KeySelection.Within(NAMESPACE))).isZero();
        assertThat(fill(key("a"), token(1), "late")).isFalse();
        assertThat(fetch(key("a"), token(2))).isInstanceOf(Fetched.Leased.class);
    }

    @Test
    default void removeAll_otherLeases_stay() {
        fetch(key("b"), token(1));
        store().removeAll(new KeySelection.StartingWith("contract:a"));

        assertThat(fill(key("b"), token(1), "value")).isTrue();
    }

    @Test
    default void removeAll_writing_makesThePutRefuseAndCountsNothing() {
        begin(key("a"), token(1));

        assertThat(store().removeAll(new KeySelection.Within(NAMESPACE))).isZero();
        assertThat(guardOf(key("a"))).isEqualTo(Guard.CONTENDED);
        assertThat(put(key("a"), token(1), "late")).isFalse();
        assertThat(guardOf(key("a"))).isEqualTo(Guard.FREE);
    }

    @Test
    default void removeAll_entryBesideAGuard_takesTheEntryAndVoidsTheGuard() {
        setAll(List.of(key("read"), key("written")));
        store().fetch(Fetch.of(key("read"), token(1)).leaseBelow(Fetch.ANY_LIFE));
        begin(key("written"), token(2));

        assertThat(store().removeAll(new KeySelection.Within(NAMESPACE))).isEqualTo(2);
        assertThat(fill(key("read"), token(1), "late")).isFalse();
        assertThat(put(key("written"), token(2), "late")).isFalse();
        assertThat(stored(List.of(key("read"), key("written")))).isEmpty();
    }

    @Test
    default void removeAll_writersOverlap_countsThemAsBefore() {
        begin(key("a"), token(1));
        begin(key("a"), token(2));
        store().removeAll(new KeySelection.Within(NAMESPACE));

        assertThat(put(key("a"), token(1), "late")).isFalse();
        assertThat(guardOf(key("a"))).isEqualTo(Guard.CONTENDED);
        assertThat(put(key("a"), token(2), "late")).isFalse();
        assertThat(guardOf(key("a"))).isEqualTo(Guard.FREE);
    }

    @Test
    default void removeAll_otherWrites_stay() {
        begin(key("b"), token(1));
        store().removeAll(new KeySelection.StartingWith("contract:a"));

        assertThat(put(key("b"), token(1), "value")).isTrue();
    }

    @Test
    default void removeAll_oddKeysLeasedAndWritten_voidsEachGuard() {
        List<CacheKey> keys = Samples.oddIdentifiers().map(Samples::key).toList();
        for (int i = 0; i < keys.size(); i++) {
            if (i % 2 == 0) {
                fetch(keys.get(i), token(1));
            } else {
                begin(keys.get(i), token(1));
            }
        }
        store().removeAll(new KeySelection.Within(NAMESPACE));

        assertThat(keys).noneMatch(key -> fill(key, token(1), "late") || put(key, token(1), "late"));
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
        keys.forEach(key -> set(key, key.render()));
    }

    private List<CacheKey> stored(List<CacheKey> keys) {
        return keys.stream().filter(key -> store().get(key).isPresent()).toList();
    }
}
