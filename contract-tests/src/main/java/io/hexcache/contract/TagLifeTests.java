package io.hexcache.contract;

import static io.hexcache.contract.Samples.LONG;
import static io.hexcache.contract.Samples.SHORT;
import static io.hexcache.contract.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.port.TagMember;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A member lives as long as it was last promised, and the first to expire is named first. */
interface TagLifeTests extends TagIndexUnderTest {

    @Test
    default void add_ttlHasPassed_memberVanishes() {
        index().add(Set.of(TAG, OTHER), key("a"), SHORT);
        index().add(Set.of(TAG), key("b"), LONG);
        letPass(SHORT);

        awaitSize(TAG, 1);
        awaitSize(OTHER, 0);
        assertThat(keys(TAG)).containsExactly(key("b"));
        assertThat(keys(OTHER)).isEmpty();
    }

    @Test
    default void add_againWithShorterTtl_livesForTheLonger() {
        index().add(Set.of(TAG), key("a"), LONG);
        index().add(Set.of(TAG), key("a"), SHORT);
        index().add(Set.of(TAG), key("fence"), SHORT);
        letPass(SHORT);

        awaitSize(TAG, 1);
        assertThat(keys(TAG)).containsExactly(key("a"));
    }

    @Test
    default void add_againWithLongerTtl_livesForTheLonger() {
        index().add(Set.of(TAG), key("a"), SHORT);
        index().add(Set.of(TAG), key("a"), LONG);
        index().add(Set.of(TAG), key("fence"), SHORT);
        letPass(SHORT);

        awaitSize(TAG, 1);
        assertThat(keys(TAG)).containsExactly(key("a"));
    }

    @Test
    default void members_differentLives_theFirstToExpireComesFirst() {
        index().add(Set.of(TAG), key("a"), LONG.multipliedBy(3));
        index().add(Set.of(TAG), key("b"), LONG);
        index().add(Set.of(TAG), key("c"), LONG.multipliedBy(2));

        assertThat(keys(TAG)).containsExactly(key("b"), key("c"), key("a"));
    }

    @Test
    default void members_moreThanTheLimit_areTheFirstToExpire() {
        index().add(Set.of(TAG), key("a"), LONG.multipliedBy(3));
        index().add(Set.of(TAG), key("b"), LONG);
        index().add(Set.of(TAG), key("c"), LONG.multipliedBy(2));

        assertThat(index().members(TAG, 2)).extracting(TagMember::key).containsExactly(key("b"), key("c"));
        assertThat(index().size(TAG)).isEqualTo(3);
    }
}
