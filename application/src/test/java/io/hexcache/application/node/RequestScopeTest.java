package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.scope.RequestScope;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.strategy.CacheDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestScopeTest {

    private static final CacheDefinition<String> ROWS = CacheDefinition.of("row", String.class)
            .withTags(value -> Set.of(
                    new Tag("rows")));
    private static final Lookup<String> MISS = new Lookup.Miss<>();

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Node other = cluster.node();
    private final Cache<String> rows = node.caches.declare(ROWS);
    private final Cache<String> rowsThere = other.caches.declare(ROWS);

    private Optional<String> read() {
        return rows.get("a").value();
    }

    @Test
    void keyReadTwice_costsOneLookupAndHasOneValue() {
        rowsThere.put("a", "first");
        RequestScope.run(() -> {
            assertThat(read()).contains("first");
            int calls = node.store.calls();
            rowsThere.put("a", "second");
            assertThat(read()).contains("first");
            assertThat(rows.peek("a").value()).contains("first");
            assertThat(rows.getOrLoad("a", id -> "loaded")).isEqualTo("first");
            assertThat(node.store.calls()).isEqualTo(calls);
            assertThat(node.count("row", CacheEvent.L1_HIT)).isZero();
        });
        assertThat(read()).contains("second");
    }

    @Test
    void batch_answersWhatTheRequestKnows_andLooksUpTheRestTogether() {
        rowsThere.put("a", "first");
        rowsThere.put("b", "first");
        RequestScope.run(() -> {
            assertThat(read()).contains("first");
            rowsThere.put("a", "second");
            rowsThere.put("b", "second");
            int calls = node.store.calls();
            assertThat(values(rows.getAll(List.of("b", "a")))).containsExactly("second", "first");
            assertThat(node.store.calls()).isEqualTo(calls + 1);
            rowsThere.put("b", "third");
            assertThat(rows.get("b").value()).contains("second");
            assertThat(values(rows.getAllOrLoad(List.of("a", "b"), ids -> Map.of()))).containsExactly("first",
                    "second");
            assertThat(node.store.calls()).isEqualTo(calls + 1);
            rows.invalidate("a");
            assertThat(rows.getAll(List.of("a", "b")).get("a")).isEqualTo(MISS);
            assertThat(values(rows.getAllOrLoad(List.of("a", "b"), ids -> Map.of("a", "loaded")))).containsExactly(
                    "loaded", "second");
        });
        assertThat(rows.get("b").value()).contains("third");
    }

    private static List<String> values(Map<String, Lookup<String>> found) {
        return found.values().stream().map(lookup -> lookup.value().orElse("")).toList();
    }

    @Test
    void absence_isKnownToo_andAMissOnlyToReadsThatDoNotLoad() {
        RequestScope.run(() -> {
            assertThat(rows.get("a")).isEqualTo(MISS);
            rowsThere.put("a", "came");
            assertThat(rows.get("a")).isEqualTo(MISS);
            assertThat(rows.findOrLoad("a", id -> Optional.empty())).contains("came");
            assertThat(rows.findOrLoad("b", id -> Optional.empty())).isEmpty();
            assertThat(rows.findOrLoad("b", id -> Optional.of("loaded"))).isEmpty();
            assertThat(rows.getOrLoad("b", id -> "loaded")).isEqualTo("loaded");
            assertThat(rows.get("b").value()).contains("loaded");
        });
    }

    @Test
    void ownPut_isSeenByTheNextRead() {
        rows.put("a", "first");
        RequestScope.run(() -> {
            assertThat(read()).contains("first");
            rows.put("a", "own");
            assertThat(read()).contains("own");
        });
    }

    static Stream<KeySelection> selections() {
        return Stream.of(KeySelection.Keys.of(CacheKey.parse("row:a:v0")), new KeySelection.Matching(KeyPattern.of(
                "row:*")), new KeySelection.StartingWith("row:"), new KeySelection.Within(new Namespace("row")),
                new KeySelection.Tagged(Set.of(new Tag("rows"))), new KeySelection.Cleared(new Namespace("row")),
                new KeySelection.Everything());
    }

    @ParameterizedTest
    @MethodSource("selections")
    void ownInvalidation_isSeenByTheNextRead(KeySelection selection) {
        rows.put("a", "first");
        RequestScope.run(() -> {
            assertThat(read()).contains("first");
            node.caches.invalidate(selection);
            assertThat(read()).isEmpty();
        });
    }

    @Test
    void ownChange_thatIsDeferred_isSeenByTheNextRead() {
        rows.put("a", "first");
        RequestScope.run(() -> {
            assertThat(read()).contains("first");
            node.store.goAway();
            rows.invalidate("a");
            assertThat(read()).isEmpty();
        });
    }

    @Test
    void changeOfAnInnerRequest_isSeenInTheOuterOne_andValuesOfTheOuterOneAreNotInTheInner() {
        rows.put("a", "first");
        RequestScope.run(() -> {
            assertThat(read()).contains("first");
            rowsThere.put("a", "elsewhere");
            RequestScope.run(() -> {
                assertThat(read()).contains("elsewhere");
                rows.put("b", "unread");
            });
            assertThat(read()).contains("first");
            RequestScope.run(() -> rows.put("a", "own"));
            assertThat(read()).contains("own");
        });
    }

    @Test
    void keysBeyondTheBound_areLookedUpEachTime() {
        RequestScope.run(() -> {
            for (int i = 0; i < RequestScope.MAX_KEYS; i++) {
                rows.peek("k" + i);
            }
            rows.put("a", "first");
            assertThat(read()).contains("first");
            rowsThere.put("a", "second");
            assertThat(read()).contains("second");
        });
    }

    @Test
    void loader_readsPastTheRequest() {
        Cache<String> pages = node.caches.declare(CacheDefinition.of("page", String.class));
        rows.put("a", "first");
        RequestScope.run(() -> {
            assertThat(read()).contains("first");
            rowsThere.put("a", "second");
            assertThat(pages.getOrLoad("p", id -> RequestScope.call(() -> read().orElseThrow()))).isEqualTo("second");
            assertThat(read()).contains("first");
        });
        node.caches.invalidate(new KeySelection.Tagged(Set.of(new Tag("rows"))));
        assertThat(pages.get("p")).isEqualTo(MISS);
    }

    @Test
    void cachesOfTwoNodes_areToldApart() {
        rows.put("a", "first");
        RequestScope.run(() -> {
            assertThat(read()).contains("first");
            rowsThere.put("a", "second");
            assertThat(rowsThere.get("a").value()).contains("second");
        });
    }

    @Test
    void call_returnsAndThrowsWhatTheRequestDoes() throws Exception {
        assertThat(RequestScope.<String, Exception>call(() -> "result")).isEqualTo("result");
        assertThatThrownBy(() -> RequestScope.call(() -> {
            throw new Exception("checked");
        })).hasMessage("checked");
    }
}
