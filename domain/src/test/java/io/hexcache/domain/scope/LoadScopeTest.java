package io.hexcache.domain.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Provenance;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadScopeTest {

    private final LoadScope load = new LoadScope();

    private static CacheEntry<String> entry(String id, long stamp, Tag... tags) {
        return CacheEntry.of(CacheKey.parse("page:" + id, 0), Optional.of(id), Duration.ofMinutes(1), Set.of(tags),
                Instant.EPOCH).from(Provenance.UNKNOWN.withStamp(stamp));
    }

    private static Tag tag(String name) {
        return new Tag(name);
    }

    @Test
    void inherit_ofTwoInputs_takesTheSmallestStampAndAllTags() {
        load.read(entry("a", 5, tag("red")), 10);
        load.read(entry("b", 7, tag("green")), 20);

        CacheEntry<String> whole = load.inherit(entry("derived", 9, tag("own"))).orElseThrow();

        assertThat(whole.provenance().stamp()).isEqualTo(5);
        assertThat(whole.tags()).containsExactlyInAnyOrder(tag("own"), tag("red"), tag("green"));
    }

    @Test
    void inherit_ofNewerInputs_keepsTheOwnStamp() {
        load.read(entry("a", 12), 10);

        assertThat(load.inherit(entry("derived", 9)).orElseThrow().provenance().stamp()).isEqualTo(9);
    }

    @Test
    void inherit_ofSomethingStale_isNothingToStore() {
        load.readStale();

        assertThat(load.inherit(entry("derived", 9))).isEmpty();
    }

    @Test
    void inherit_ofMoreTagsThanAnEntryMayCarry_isNothingToStore() {
        Set<Tag> many = IntStream.range(0, Tag.MAX_PER_ENTRY).mapToObj(i -> tag("t" + i)).collect(Collectors.toSet());
        load.read(entry("a", 5).withTags(many), 10);

        assertThat(load.inherit(entry("derived", 9))).isPresent();
        assertThat(load.inherit(entry("derived", 9, tag("one more")))).isEmpty();
    }

    @Test
    void begun_ofTwoInputs_isTheEarliest() {
        load.read(entry("a", 5), 10);
        load.read(entry("b", 5), 30);

        assertThat(load.begun(20)).isEqualTo(10);
        assertThat(load.begun(-7)).isEqualTo(-7);
    }
}
