package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.WriteOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values whose loaders read other values through the cache: they go where any of these goes. */
class DerivedValuesTest {

    private static final Lookup<String> MISS = new Lookup.Miss<>();
    private static final CacheDefinition<String> ROWS = CacheDefinition.of("row", String.class)
            .withTags(value -> Set.of(
                    new Tag(value)));
    private static final CacheDefinition<String> PAGES = CacheDefinition.of("page", String.class);

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Node other = cluster.node();
    private final Cache<String> rows = node.caches.declare(ROWS);
    private final Cache<String> pages = node.caches.declare(PAGES);
    private final Cache<String> rowsThere = other.caches.declare(ROWS);
    private final Cache<String> pagesThere = other.caches.declare(PAGES);

    private static KeySelection tagged(String tag) {
        return new KeySelection.Tagged(Set.of(new Tag(tag)));
    }

    private String row(String id) {
        return rows.getOrLoad(id, same -> same);
    }

    @Test
    void derivedValue_goesWithTheTagOfWhatItsLoaderReadFromL1() {
        row("a");
        assertThat(pages.getOrLoad("p", id -> row("a") + "!")).isEqualTo("a!");
        assertThat(pagesThere.get("p").value()).contains("a!");
        assertThat(node.caches.invalidate(tagged("a")).removed()).isEqualTo(2);
        assertThat(pages.get("p")).isEqualTo(MISS);
        assertThat(pagesThere.get("p")).isEqualTo(MISS);
    }

    @Test
    void derivedValue_goesWithTheTagOfWhatItsLoaderReadFromL2OrHadLoaded() {
        rowsThere.put("a", "a");
        pages.getOrLoad("p", id -> rows.get("a").value().orElseThrow() + row("b"));
        node.caches.invalidate(tagged("b"));
        assertThat(pages.get("p")).isEqualTo(MISS);
        pages.getOrLoad("p", id -> rows.get("a").value().orElseThrow() + row("c"));
        node.caches.invalidate(tagged("a"));
        assertThat(pages.get("p")).isEqualTo(MISS);
    }

    @Test
    void derivedValue_goesWithWhatWasReadManyLoadsDeeper() {
        pages.getOrLoad("top", top -> pages.getOrLoad("middle", middle -> row("a") + "!") + "!");
        node.caches.invalidate(tagged("a"));
        assertThat(pages.get("middle")).isEqualTo(MISS);
        assertThat(pages.get("top")).isEqualTo(MISS);
    }

    @Test
    void derivedValue_ofAnInputThatAnotherNodeInvalidatesMeanwhile_isObsoleteWhateverItsOwnStamp() {
        row("a");
        node.bus.hold();
        other.caches.invalidate(tagged("a"));
        // This node learns of later stamps than that of the input, but not of the one of the tag.
        pages.getOrLoad("p", id -> row("a"));
        node.bus.deliver();
        assertThat(pages.get("p")).isEqualTo(MISS);
        assertThat(pagesThere.get("p")).isEqualTo(MISS);
    }

    @Test
    void batch_readByALoaderOrLoadedByOne_hangsTogetherInTheSameWay() {
        row("a");
        rowsThere.put("b", "b");
        pages.getOrLoad("p", id -> rows.getAll(List.of("a", "b")).toString());
        pages.getAllOrLoad(List.of("q", "r"), ids -> {
            String read = row("b");
            return ids.stream().collect(Collectors.toMap(id -> id, id -> id + read));
        });
        node.caches.invalidate(tagged("b"));
        assertThat(pages.get("p")).isEqualTo(MISS);
        assertThat(pages.get("q")).isEqualTo(MISS);
        assertThat(pagesThere.get("r")).isEqualTo(MISS);
    }

    @Test
    void derivedValue_isNoNewerThanItsInput_whateverLaterStampItsNodeKnew() {
        row("a");
        node.bus.hold();
        other.caches.invalidate(tagged("a"));
        node.bus.lose();
        other.caches.invalidate(tagged("unrelated"));
        assertThat(pages.getOrLoad("p", id -> row("a"))).isEqualTo("a");
        node.node.pulse();
        assertThat(pages.get("p")).isEqualTo(MISS);
        assertThat(pagesThere.get("p")).isEqualTo(MISS);
    }

    @Test
    void valueThatReadsNothing_inheritsNothing() {
        row("a");
        pages.getOrLoad("p", id -> "alone");
        node.caches.invalidate(tagged("a"));
        assertThat(pages.get("p").value()).contains("alone");
    }

    @Test
    void derivedValue_ofMoreTagsThanAnEntryMayCarry_isAnsweredAndNotStored() {
        IntStream.range(0, Tag.MAX_PER_ENTRY + 1).forEach(i -> row("r" + i));
        String joined = pages.getOrLoad("p", id -> IntStream.range(0, Tag.MAX_PER_ENTRY + 1).mapToObj(i -> row("r"
                + i)).collect(Collectors.joining()));
        assertThat(joined).startsWith("r0r1");
        assertThat(pages.get("p")).isEqualTo(MISS);
        assertThat(pages.getOrLoad("p", id -> "loaded again")).isEqualTo("loaded again");
    }

    @Test
    void derivedValue_ofWhatWasPutWithTags_carriesThose() {
        pages.put("in", "value", new WriteOptions(Optional.empty(), Set.of(new Tag("by-hand"))));
        pages.getOrLoad("out", id -> pages.get("in").value().orElseThrow());
        node.caches.invalidate(tagged("by-hand"));
        assertThat(pages.get("out")).isEqualTo(MISS);
    }
}
