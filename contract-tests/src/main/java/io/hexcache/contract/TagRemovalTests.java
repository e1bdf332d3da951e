package io.hexcache.contract;

import static io.hexcache.contract.Samples.LONG;
import static io.hexcache.contract.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.TagMember;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was added again since it was read, which its mark shows, is not taken off. */
interface TagRemovalTests extends TagIndexUnderTest {

    @Test
    default void add_again_changesTheMarkEachTime() {
        Set<Long> marks = IntStream.range(0, 100).mapToObj(i -> {
            index().add(Set.of(TAG), key("a"), LONG);
            return index().members(TAG, 1).getFirst().mark();
        }).collect(Collectors.toSet());

        assertThat(marks).hasSize(100);
    }

    @Test
    default void add_afterItWasTakenOff_hasAnotherMark() {
        index().add(Set.of(TAG), key("a"), LONG);
        TagMember before = index().members(TAG, 1).getFirst();
        index().removeUnchanged(TAG, List.of(before));
        index().add(Set.of(TAG), key("a"), LONG);

        assertThat(index().members(TAG, 1).getFirst().mark()).isNotEqualTo(before.mark());
    }

    @Test
    default void members_readTwice_haveTheSameMarks() {
        index().add(Set.of(TAG), key("a"), LONG);

        assertThat(index().members(TAG, ALL)).isEqualTo(index().members(TAG, ALL));
    }

    @Test
    default void members_many_areAllListedAndTakenOffInPortions() {
        List<CacheKey> keys = Samples.keys(2_000);
        keys.forEach(key -> index().add(Set.of(TAG), key, LONG));
        assertThat(index().size(TAG)).isEqualTo(2_000);

        for (int portion = 0; portion < 4; portion++) {
            List<TagMember> members = index().members(TAG, 500);
            assertThat(members).hasSize(500);
            index().removeUnchanged(TAG, members);
        }
        assertThat(index().size(TAG)).isZero();
    }

    @Test
    default void removeUnchanged_someMembers_leavesTheOthersAndOtherTags() {
        index().add(Set.of(TAG, OTHER), key("a"), LONG);
        index().add(Set.of(TAG), key("b"), LONG.multipliedBy(2));

        index().removeUnchanged(TAG, index().members(TAG, 1));

        assertThat(keys(TAG)).containsExactly(key("b"));
        assertThat(keys(OTHER)).containsExactly(key("a"));
    }

    @Test
    default void removeUnchanged_addedAgainSince_stays() {
        index().add(Set.of(TAG), key("a"), LONG);
        index().add(Set.of(TAG), key("b"), LONG);
        List<TagMember> read = index().members(TAG, ALL);
        index().add(Set.of(TAG), key("a"), LONG);

        index().removeUnchanged(TAG, read);

        assertThat(keys(TAG)).containsExactly(key("a"));
    }

    @Test
    default void removeUnchanged_againOrNothing_doesNothing() {
        index().add(Set.of(TAG), key("a"), LONG);
        List<TagMember> read = index().members(TAG, ALL);
        index().removeUnchanged(TAG, read);
        index().removeUnchanged(TAG, read);
        index().removeUnchanged(TAG, List.of());

        assertThat(index().size(TAG)).isZero();
    }

    @Test
    default void removeUnchanged_duringAnAdd_neverLosesTheAddedKey() {
        for (CacheKey key : Samples.keys(ROUNDS)) {
            index().add(Set.of(TAG), key, LONG);
            List<TagMember> read = index().members(TAG, ALL);

            Together.run(2, thread -> {
                if (thread == 0) {
                    index().add(Set.of(TAG), key, LONG);
                } else {
                    index().removeUnchanged(TAG, read);
                }
                return thread;
            });

            assertThat(keys(TAG)).contains(key);
        }
    }
}
