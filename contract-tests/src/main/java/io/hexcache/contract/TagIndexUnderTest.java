package io.hexcache.contract;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.port.TagMember;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the tests of a tag index need from the adapter's side: indexes, and a way to let time pass. */
interface TagIndexUnderTest {

    /** The tag of most tests. */
    Tag TAG = new Tag("tag");

    /** A tag beside it. */
    Tag OTHER = new Tag("other");

    /** More members than any test adds. */
    int ALL = 100_000;

    /** How many threads use the index at once. */
    int THREADS = 8;

    /** How often each race is run. */
    int ROUNDS = 50;

    /** An index that lists nothing; called once per test. */
    TagIndex emptyIndex();

    /** An index whose other side is away; empty if it has none, as an index in memory. */
    Optional<TagIndex> unreachableIndex();

    /**
     * Turns the clock of the adapter. Where it is a real one this does nothing: the tests wait for what they expect.
     */
    void letPass(Duration time);

    /** How long the tests wait for what they expect before they give up. */
    default Duration patience() {
        return Duration.ofSeconds(10);
    }

    /** The index of this test. */
    TagIndex index();

    /** All keys listed under the tag. */
    default List<CacheKey> keys(Tag tag) {
        return index().members(tag, ALL).stream().map(TagMember::key).toList();
    }

    /** Returns as soon as the tag has so many live members; fails when the patience is over. */
    default void awaitSize(Tag tag, long size) {
        Eventually.holds(patience(), () -> index().size(tag) == size, tag + " has " + size + " live members");
    }
}
