package io.hexcache.contract;

import static io.hexcache.contract.Samples.LONG;
import static io.hexcache.contract.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.Listing;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A key is listed once under each tag that it was added to, and as it is. */
interface TagListingTests extends TagIndexUnderTest {

    @Test
    default void members_nothingAdded_isEmpty() {
        assertThat(index().members(TAG, ALL)).isEmpty();
        assertThat(index().size(TAG)).isZero();
    }

    @Test
    default void add_severalTags_listsTheKeyUnderEach() {
        index().add(Set.of(TAG, OTHER), key("a"), LONG);
        index().add(Set.of(TAG), key("b"), LONG);

        assertThat(keys(TAG)).containsExactlyInAnyOrder(key("a"), key("b"));
        assertThat(keys(OTHER)).containsExactly(key("a"));
        assertThat(index().size(TAG)).isEqualTo(2);
        assertThat(index().size(OTHER)).isEqualTo(1);
    }

    @Test
    default void add_asManyTagsAsAnEntryMayCarry_listsTheKeyUnderEach() {
        Set<Tag> tags = IntStream.range(0, Tag.MAX_PER_ENTRY).mapToObj(i -> new Tag("tag-" + i))
                .collect(Collectors.toSet());
        index().add(tags, key("a"), LONG);

        assertThat(tags).allSatisfy(tag -> assertThat(keys(tag)).containsExactly(key("a")));
    }

    @Test
    default void addAll_listsEachKeyUnderItsOwnTags() {
        index().addAll(List.of(new Listing(Set.of(TAG, OTHER), key("a"), LONG), new Listing(Set.of(TAG), key("b"),
                LONG)));
        index().addAll(List.of());

        assertThat(keys(TAG)).containsExactlyInAnyOrder(key("a"), key("b"));
        assertThat(keys(OTHER)).containsExactly(key("a"));
    }

    @Test
    default void add_noTags_doesNothing() {
        index().add(Set.of(), key("a"), LONG);

        assertThat(index().size(TAG)).isZero();
    }

    @Test
    default void add_sameKeyAgain_countsItOnce() {
        index().add(Set.of(TAG), key("a"), LONG);
        index().add(Set.of(TAG), key("a"), LONG);

        assertThat(index().size(TAG)).isEqualTo(1);
        assertThat(keys(TAG)).containsExactly(key("a"));
    }

    @Test
    default void add_oddTagsAndKeys_eachListsItsOwn() {
        List<String> names = Samples.oddIdentifiers().filter(name -> Samples.bytes(name).length <= 128).toList();
        names.forEach(name -> index().add(Set.of(new Tag(name)), key(name), LONG));

        assertThat(names).allSatisfy(name -> assertThat(keys(new Tag(name))).containsExactly(key(name)));
    }

    @Test
    default void add_oddKeys_areAllListedAsTheyAre() {
        Set<CacheKey> keys = Samples.oddIdentifiers().map(Samples::key).collect(Collectors.toSet());
        keys.add(new CacheKey(Samples.NAMESPACE, "a", 7));
        keys.forEach(key -> index().add(Set.of(TAG), key, LONG));

        assertThat(keys(TAG)).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    default void add_atOnce_losesNone() {
        List<CacheKey> keys = Samples.keys(THREADS * ROUNDS);
        Together.run(THREADS, thread -> {
            keys.subList(thread * ROUNDS, (thread + 1) * ROUNDS).forEach(key -> index().add(Set.of(TAG), key, LONG));
            return thread;
        });

        assertThat(keys(TAG)).containsExactlyInAnyOrderElementsOf(keys);
    }
}
