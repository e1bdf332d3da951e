package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.WriteOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes that fall between a read and its store: what was read before them must never be found after them. */
class FillRacesTest {

    private static final CacheDefinition<String> ROWS = CacheDefinition.of("rows", String.class);

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Node other = cluster.node();
    private final Cache<String> rows = node.caches.declare(ROWS);
    private final Cache<String> rowsOfOther = other.caches.declare(ROWS);

    static Stream<KeySelection> selectionsOfTheKey() {
        return Stream.of(KeySelection.Keys.of(CacheKey.parse("rows:a:v0")), new KeySelection.Matching(KeyPattern.of(
                "rows:*")), new KeySelection.StartingWith("rows:a"), new KeySelection.Within(new Namespace("rows")));
    }

    @ParameterizedTest
    @MethodSource("selectionsOfTheKey")
    void loadThatBeganBeforeAnInvalidation_isStoredInNeitherTier(KeySelection selection) {
        String read = rows.getOrLoad("a", id -> {
            node.caches.invalidate(selection);
            return "read before";
        });
        assertThat(read).isEqualTo("read before");
        assertThat(rows.get("a")).isEqualTo(new Lookup.Miss<String>());
        assertThat(node.count("rows", CacheEvent.FILL_REFUSED)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("selectionsOfTheKey")
    void loadThatBeganBeforeAnInvalidationOfAnotherNode_isStoredInNeitherTier(KeySelection selection) {
        rows.getOrLoad("a", id -> {
            other.caches.invalidate(selection);
            return "read before";
        });
        assertThat(rows.get("a")).isEqualTo(new Lookup.Miss<String>());
        assertThat(rowsOfOther.get("a")).isEqualTo(new Lookup.Miss<String>());
    }

    @ParameterizedTest
    @MethodSource("selectionsOfTheKey")
    void hitInL2ThatBeganBeforeAnInvalidation_isNotPromoted(KeySelection selection) {
        rowsOfOther.getOrLoad("a", id -> "old");
        node.store.afterNextCall(() -> other.caches.invalidate(selection));
        assertThat(rows.get("a").value()).contains("old");
        assertThat(rows.get("a")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void hitInL2ThatBeganBeforeATagInvalidation_isAMiss() {
        Cache<String> tagged = node.caches.declare(CacheDefinition.of("tagged", String.class).withTags(value -> Set.of(
                new Tag("red"))));
        Cache<String> taggedOfOther = other.caches.declare(CacheDefinition.of("tagged", String.class).withTags(
                value -> Set.of(new Tag("red"))));
        taggedOfOther.getOrLoad("a", id -> "old");
        node.store.afterNextCall(() -> other.caches.invalidate(new KeySelection.Tagged(Set.of(new Tag("red")))));
        assertThat(tagged.get("a")).as("judged by the stamp that came meanwhile").isEqualTo(new Lookup.Miss<String>());
        assertThat(tagged.get("a")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void fillThatWasOnItsWayWhenItsTagWasInvalidated_isNotInL1() {
        Cache<String> tagged = node.caches.declare(CacheDefinition.of("tagged", String.class).withTags(value -> Set.of(
                new Tag("red"))));
        KeySelection red = new KeySelection.Tagged(Set.of(new Tag("red")));
        node.store.afterNextCall(() -> node.store.afterNextCall(() -> node.caches.invalidate(red)));
        tagged.getOrLoad("a", id -> "old");
        assertThat(tagged.get("a")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void entryThatWasStoredLongAfterItWasListed_isFoundByItsTagToTheEndOfItsLife() {
        Cache<String> tagged = node.caches.declare(CacheDefinition.of("tagged", String.class).withTags(value -> Set.of(
                new Tag("red"))));
        node.store.beforeNextFill(() -> cluster.clock.advance(CacheStore.TOKEN_LIFE.minusMillis(1)));
        tagged.getOrLoad("a", id -> "value");
        cluster.clock.advance(NamespacePolicy.DEFAULT.ttls().ttl().minusMillis(1));
        KeySelection red = new KeySelection.Tagged(Set.of(new Tag("red")));
        assertThat(node.caches.invalidate(red).removed()).isEqualTo(1);
    }

    @Test
    void tagInvalidation_whileAnEntryJoinsThatExpiresEarlier_removesAllThatWereThere() {
        for (int i = 0; i < 500; i++) {
            rows.put("old" + i, "x", new WriteOptions(Optional.empty(), Set.of(new Tag("red"))));
        }
        WriteOptions earlier = new WriteOptions(Optional.of(Duration.ofSeconds(1)), Set.of(new Tag("red")));
        cluster.afterNextTagSize(() -> rowsOfOther.put("new", "x", earlier));
        assertThat(node.caches.invalidate(new KeySelection.Tagged(Set.of(new Tag("red")))).removed())
                .isGreaterThanOrEqualTo(500);
        for (int i = 0; i < 500; i++) {
            assertThat(rows.get("old" + i)).isEqualTo(new Lookup.Miss<String>());
        }
    }

    @Test
    void readThatFollowsAnInvalidation_doesNotJoinTheLoadThatBeganBefore() {
        String outer = rows.getOrLoad("a", id -> {
            node.caches.invalidate(KeySelection.Keys.of(rows.key("a")));
            // The load under way is detached: this read neither waits for it nor fails as its own.
            assertThat(rows.getOrLoad("a", same -> "new")).isEqualTo("new");
            return "old";
        });
        assertThat(outer).isEqualTo("old");
        assertThat(rows.get("a").value()).contains("new");
    }

    @Test
    void slowLoad_whoseLeaseHasExpiredAndIsHeldByAnother_isNotStored() {
        rows.getOrLoad("a", id -> {
            cluster.clock.advance(CacheStore.TOKEN_LIFE.plusMillis(1));
            assertThat(rowsOfOther.getOrLoad("a", same -> "newer")).isEqualTo("newer");
            return "older";
        });
        assertThat(rows.get("a").value()).contains("newer");
    }

    @Test
    void secondNode_whileTheFirstHoldsTheLease_waitsAndFindsWhatTheFirstHasStored() {
        rowsOfOther.getOrLoad("a", id -> {
            // The first node looks again after 50 ms, and this one has finished by then.
            cluster.clock.onStep(() -> {});
            return "of other";
        });
        assertThat(rows.getOrLoad("a", id -> "unused")).isEqualTo("of other");
    }

    @Test
    void absenceThatWasReadBeforeACreation_isStoredInNeitherTier() {
        MapSource source = new MapSource();
        CacheDefinition<String> definition = CacheDefinition.of("created", String.class).withSource(source);
        Cache<String> created = node.caches.declare(definition);
        Cache<String> createdByOther = other.caches.declare(definition);
        Optional<String> found = created.findOrLoad("a", id -> {
            Optional<String> before = source.load(id);
            createdByOther.put("a", "new");
            return before;
        });
        assertThat(found).isEmpty();
        assertThat(created.get("a").value()).contains("new");
    }

    @Test
    void messageThatComesLate_costsAMissAndBringsNothingOldBack() {
        rows.put("a", "old");
        assertThat(rowsOfOther.get("a").value()).contains("old");
        other.bus.hold();
        rows.put("a", "new");
        other.bus.deliver();
        assertThat(rowsOfOther.get("a")).extracting(found -> ((Lookup.Hit<String>) found).tier()).isEqualTo(Tier.L2);
        assertThat(rowsOfOther.get("a").value()).contains("new");
    }

    @Test
    void everyStepOfAReader_interruptedByAnInvalidation_leavesNothingOld() {
        // The reader's calls of the store are numbered; the change falls behind each of them in turn.
        for (int step = 1; step <= 2; step++) {
            Cluster fresh = new Cluster();
            Node reader = fresh.node();
            Node writer = fresh.node();
            MapSource source = new MapSource();
            source.store("a", "old");
            CacheDefinition<String> definition = CacheDefinition.of("rows", String.class).withSource(source);
            Cache<String> cache = reader.caches.declare(definition);
            Cache<String> writing = writer.caches.declare(definition);
            at(step, reader.store, store -> writing.put("a", "new"));
            cache.get("a");
            assertThat(cache.get("a").value()).as("change behind call %d of the store", step).contains("new");
            assertThat(writing.get("a").value()).contains("new");
        }
    }

    private static void at(int step, ObservedStore store, Consumer<ObservedStore> action) {
        store.afterNextCall(step == 1 ? () -> action.accept(store) : () -> at(step - 1, store, action));
    }
}
