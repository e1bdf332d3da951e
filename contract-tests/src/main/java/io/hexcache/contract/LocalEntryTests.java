package io.hexcache.contract;

import static io.hexcache.contract.LocalCacheUnderTest.copy;
import static io.hexcache.contract.LocalCacheUnderTest.valueIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.port.LocalCache;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is stored under a condition that holds is there until it is removed, and nothing else is. */
interface LocalEntryTests extends LocalCacheUnderTest {

    @Test
    default void get_nothingStored_isEmpty() {
        assertThat(roomy().get("a")).isEmpty();
    }

    @Test
    default void putIf_conditionHolds_isStored() {
        LocalCache<String> cache = roomy();

        assertThat(cache.putIf("a", copy("a", "value", 1), () -> true)).isTrue();
        assertThat(valueIn(cache, "a")).contains("value");
    }

    @Test
    default void putIf_conditionDoesNotHold_storesNothing() {
        LocalCache<String> cache = roomy();

        assertThat(cache.putIf("a", copy("a", "value", 1), () -> false)).isFalse();
        assertThat(cache.get("a")).isEmpty();
    }

    @Test
    default void putIf_conditionDoesNotHold_leavesWhatIsThere() {
        LocalCache<String> cache = roomy();
        cache.putIf("a", copy("a", "old", 1), () -> true);

        assertThat(cache.putIf("a", copy("a", "new", 1), () -> false)).isFalse();
        assertThat(valueIn(cache, "a")).contains("old");
    }

    @Test
    default void putIf_again_replaces() {
        LocalCache<String> cache = roomy();
        cache.putIf("a", copy("a", "old", 1), () -> true);
        cache.putIf("a", copy("a", "new", 1), () -> true);

        assertThat(valueIn(cache, "a")).contains("new");
    }

    @Test
    default void putIf_condition_isAskedOnce() {
        AtomicInteger asked = new AtomicInteger();
        roomy().putIf("a", copy("a", "value", 1), () -> asked.incrementAndGet() > 0);

        assertThat(asked).hasValue(1);
    }

    @Test
    default void get_stored_isTheSameCopyEachTime() {
        LocalCache<String> cache = roomy();
        LocalEntry<String> stored = copy("a", "value", 1);
        cache.putIf("a", stored, () -> true);

        assertThat(cache.get("a").orElseThrow()).isSameAs(stored);
        assertThat(cache.get("a").orElseThrow()).isSameAs(stored);
    }

    @Test
    default void putOrRemove_conditionHolds_isStored() {
        LocalCache<String> cache = roomy();
        cache.putIf("a", copy("a", "old", 1), () -> true);

        assertThat(cache.putOrRemove("a", copy("a", "new", 1), () -> true)).isTrue();
        assertThat(valueIn(cache, "a")).contains("new");
        assertThat(cache.putOrRemove("b", copy("b", "first", 1), () -> true)).isTrue();
        assertThat(valueIn(cache, "b")).contains("first");
    }

    @Test
    default void putOrRemove_conditionDoesNotHold_removesWhatIsThere() {
        LocalCache<String> cache = roomy();
        cache.putIf("a", copy("a", "old", 1), () -> true);
        cache.putIf("b", copy("b", "other", 1), () -> true);

        assertThat(cache.putOrRemove("a", copy("a", "new", 1), () -> false)).isFalse();
        assertThat(cache.get("a")).isEmpty();
        assertThat(valueIn(cache, "b")).contains("other");
        assertThat(cache.putOrRemove("missing", copy("missing", "new", 1), () -> false)).isFalse();
        assertThat(cache.get("missing")).isEmpty();
    }

    @Test
    default void putOrRemove_condition_isAskedOnce() {
        LocalCache<String> cache = roomy();
        AtomicInteger asked = new AtomicInteger();
        cache.putOrRemove("a", copy("a", "value", 1), () -> asked.incrementAndGet() > 1);
        cache.putOrRemove("a", copy("a", "value", 1), () -> asked.incrementAndGet() > 1);

        assertThat(asked).hasValue(2);
    }

    @Test
    default void remove_stored_isGoneAndOthersStay() {
        LocalCache<String> cache = roomy();
        cache.putIf("a", copy("a", "value", 1), () -> true);
        cache.putIf("b", copy("b", "value", 1), () -> true);
        cache.remove("a");
        cache.remove("missing");

        assertThat(cache.get("a")).isEmpty();
        assertThat(cache.get("b")).isPresent();
    }

    @Test
    default void removeIf_someMatch_takesThoseAsTheyStand() {
        LocalCache<String> cache = roomy();
        cache.putIf("a", copy("a", "old", 1), () -> true);
        cache.putIf("a", copy("a", "new", 1), () -> true);
        cache.putIf("b", copy("b", "old", 1), () -> true);
        cache.removeIf(copy -> copy.lookup().value().orElseThrow().equals("old"));

        assertThat(cache.get("a")).isPresent();
        assertThat(cache.get("b")).isEmpty();
    }

    @Test
    default void removeIf_allMatch_leavesNothing() {
        LocalCache<String> cache = roomy();
        Samples.keys(1_000).forEach(key -> cache.putIf(key.identifier(), copy(key.identifier(), "v", 1), () -> true));
        cache.removeIf(copy -> true);

        assertThat(Samples.keys(1_000)).allSatisfy(key -> assertThat(cache.get(key.identifier())).isEmpty());
        assertThat(cache.usage().entries()).isZero();
        assertThat(cache.usage().bytes()).isZero();
    }

    @Test
    default void putIf_oddIdentifiers_eachHoldsItsOwn() {
        LocalCache<String> cache = roomy();
        List<String> identifiers = Samples.oddIdentifiers().toList();
        identifiers.forEach(identifier -> cache.putIf(identifier, copy(identifier, identifier, 1), () -> true));

        assertThat(identifiers).allSatisfy(identifier -> assertThat(valueIn(cache, identifier)).contains(identifier));
    }

    @Test
    default void create_twice_cachesAreApart() {
        LocalCache<String> one = roomy();
        LocalCache<String> other = roomy();
        one.putIf("a", copy("a", "value", 1), () -> true);

        assertThat(other.get("a")).isEmpty();
        assertThat(other.usage().entries()).isZero();
    }
}
