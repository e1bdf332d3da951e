package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.invalidation.InvalidationResult;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.strategy.CacheDefinition;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Entries that depend on keys. The value of each entry here is the list of the identifiers that it depends on. */
class DependenciesTest {

    private static final Lookup<String> MISS = new Lookup.Miss<>();
    private static final Namespace PART = new Namespace("part");

    private static final CacheDefinition<String> PARTS = CacheDefinition.of("part", String.class).withVersion(3)
            .withDependants().withDependencies(DependenciesTest::keys).withTags(value -> Set.of(new Tag("all")));
    private static final CacheDefinition<String> PAGES = CacheDefinition.of("page", String.class).withDependencies(
            DependenciesTest::keys);

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Node other = cluster.node();
    private final Cache<String> parts = node.caches.declare(PARTS);
    private final Cache<String> pages = node.caches.declare(PAGES);
    private final Cache<String> pagesThere = other.caches.declare(PAGES);

    private static Set<CacheKey> keys(String value) {
        return value.equals("none") ? Set.of()
                : Arrays.stream(value.split(",")).map(id -> new CacheKey(PART, id, 3))
                        .collect(Collectors.toSet());
    }

    private static InvalidationResult removed(long count) {
        return new InvalidationResult(count, Completion.COMPLETE);
    }

    @Test
    void invalidation_ofAKey_takesWhatDependsOnItAndCountsEachEntryOnce() {
        parts.put("leaf", "none");
        parts.put("a", "leaf");
        parts.put("b", "leaf,a");
        pages.put("p", "a,b");
        pages.put("q", "b");
        pages.put("r", "unrelated");
        pagesThere.get("p");
        assertThat(parts.invalidate("leaf")).isEqualTo(removed(5));
        assertThat(parts.get("b")).isEqualTo(MISS);
        assertThat(pages.get("q")).isEqualTo(MISS);
        assertThat(pagesThere.get("p")).isEqualTo(MISS);
        assertThat(pages.get("r").value()).contains("unrelated");
    }

    @Test
    void invalidation_ofWhatIsNotCachedItself_takesWhatDependsOnIt() {
        pages.put("p", "leaf");
        assertThat(node.caches.invalidate(KeySelection.Keys.of(new CacheKey(PART, "leaf", 9)))).isEqualTo(removed(1));
        assertThat(pages.get("p")).isEqualTo(MISS);
    }

    @Test
    void circle_isTakenOnceAndEnds() {
        parts.getOrLoad("a", id -> "b");
        parts.getOrLoad("b", id -> "c");
        parts.getOrLoad("c", id -> "a,c");
        pages.getOrLoad("p", id -> "c");
        assertThat(parts.invalidate("a")).isEqualTo(removed(4));
        assertThat(pages.get("p")).isEqualTo(MISS);
    }

    @Test
    void put_ofAKey_takesWhatDependsOnItAndStaysItself() {
        pages.put("p", "leaf");
        assertThat(parts.put("leaf", "none").completion()).isEqualTo(Completion.COMPLETE);
        assertThat(pages.get("p")).isEqualTo(MISS);
        assertThat(pagesThere.get("p")).isEqualTo(MISS);
        assertThat(parts.get("leaf").value()).contains("none");
    }

    @Test
    void writeAndDeleteThrough_takeWhatDependsOnTheKey() {
        MapSource source = new MapSource();
        Cache<String> rows = node.caches.declare(CacheDefinition.of("row", String.class).withSource(source)
                .withDependants());
        Cache<String> views = node.caches.declare(CacheDefinition.of("view", String.class).withDependencies(id -> Set
                .of(rows.key(id))));
        views.put("v", "1");
        rows.put("1", "new");
        assertThat(views.get("v")).isEqualTo(MISS);
        views.put("v", "1");
        rows.delete("1");
        assertThat(views.get("v")).isEqualTo(MISS);
    }

    static Stream<KeySelection> wideSelections() {
        return Stream.of(new KeySelection.Matching(KeyPattern.of("par*")), new KeySelection.Matching(KeyPattern.of(
                "part:le?f")), new KeySelection.StartingWith("part:leaf"), new KeySelection.Within(PART),
                new KeySelection.Tagged(Set.of(new Tag("all"))), new KeySelection.Cleared(PART),
                new KeySelection.Everything());
    }

    @ParameterizedTest
    @MethodSource("wideSelections")
    void changeOfUnknownKeys_takesWhatDependsOnThem(KeySelection selection) {
        parts.put("leaf", "none");
        pages.put("p", "leaf");
        node.caches.invalidate(selection);
        assertThat(pages.get("p")).isEqualTo(MISS);
        assertThat(pagesThere.get("p")).isEqualTo(MISS);
    }

    @Test
    void changeOfOtherNames_leavesWhatDependsOnNoneOfThem() {
        pages.put("p", "leaf");
        node.caches.invalidate(new KeySelection.StartingWith("party:"));
        node.caches.invalidate(new KeySelection.Matching(KeyPattern.of("parts:*")));
        node.caches.clear(new Namespace("part.child"));
        assertThat(pages.get("p").value()).contains("leaf");
    }

    @Test
    void loadThatBeganBeforeTheChange_isObsoleteWhenItIsStored() {
        pages.getOrLoad("p", id -> {
            other.caches.declare(PARTS).invalidate("leaf");
            return "leaf";
        });
        assertThat(pages.get("p")).isEqualTo(MISS);
        assertThat(pagesThere.get("p")).isEqualTo(MISS);
    }

    @Test
    void cascade_throughTooManyKeys_makesObsoleteWhateverDependsOnAnythingAndSaysSo() {
        for (int i = 0; i <= 10_000; i++) {
            pages.put("p" + i, "leaf");
        }
        pages.put("q", "elsewhere");
        InvalidationResult result = parts.invalidate("leaf");
        assertThat(result.widened()).isTrue();
        assertThat(result.completion()).isEqualTo(Completion.COMPLETE);
        assertThat(result.removed()).isEqualTo(10_001);
        assertThat(pages.get("p7")).isEqualTo(MISS);
        assertThat(pages.get("q")).isEqualTo(MISS);
    }

    @Test
    void cascade_whileL2IsAway_isDeferredHoldsOnThisNodeAtOnceAndIsRepeated() {
        parts.getOrLoad("a", id -> "leaf");
        pages.getOrLoad("p", id -> "a");
        pagesThere.get("p");
        node.store.goAway();
        assertThat(parts.invalidate("leaf").completion()).isEqualTo(Completion.DEFERRED);
        assertThat(parts.get("a")).isEqualTo(MISS);
        node.store.comeBack();
        assertThat(parts.get("a")).isEqualTo(MISS);
        node.node.repeatDeferred();
        assertThat(node.deferred()).isZero();
        assertThat(pages.get("p")).isEqualTo(MISS);
        assertThat(pagesThere.get("p")).isEqualTo(MISS);
    }

    @Test
    void longKeys_canBeDependedOn() {
        String id = "x".repeat(400);
        pages.put("p", id);
        pages.put("q", id + "x");
        parts.invalidate(id);
        assertThat(pages.get("p")).isEqualTo(MISS);
        assertThat(pages.get("q").value()).isPresent();
    }

    @Test
    void dependencyOnANamespaceThatIsNotDeclaredWithDependants_isAnError() {
        Cache<String> wrong = node.caches.declare(CacheDefinition.of("wrong", String.class).withDependencies(id -> Set
                .of(pages.key(id))));
        assertThatThrownBy(() -> wrong.getOrLoad("a", id -> "p")).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContainingAll("an entry of wrong depends on page:p:v0", "declare it so", "part");
        assertThat(wrong.get("a")).isEqualTo(MISS);
    }
}
