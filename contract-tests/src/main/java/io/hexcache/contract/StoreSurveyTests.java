package io.hexcache.contract;

import static io.hexcache.contract.Samples.NAMESPACE;
import static io.hexcache.contract.Samples.SHORT;
import static io.hexcache.contract.Samples.bytes;
import static io.hexcache.contract.Samples.key;
import static io.hexcache.contract.Samples.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.Survey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A survey says what a removal would reach, and leaves it where it is. */
interface StoreSurveyTests extends StoreUnderTest {

    @Test
    default void survey_selected_countsAndNamesThem() {
        set(key("a-1"), "value");
        set(key("a-2"), "value");
        set(key("b"), "value");

        Survey survey = store().survey(new KeySelection.StartingWith("contract:a"), 10);
        assertThat(survey.count()).isEqualTo(2);
        assertThat(survey.sample()).containsExactlyInAnyOrder(key("a-1"), key("a-2"));
    }

    @Test
    default void survey_again_hasRemovedNothing() {
        set(key("a"), "value");
        begin(key("b"), token(1));
        KeySelection.ByName all = new KeySelection.Within(NAMESPACE);

        assertThat(store().survey(all, 1).count()).isEqualTo(1);
        assertThat(store().survey(all, 1).count()).isEqualTo(1);
        assertStored(key("a"), "value");
        assertThat(put(key("b"), token(1), "new")).isTrue();
    }

    @Test
    default void survey_nothingSelected_isNothing() {
        set(key("a"), "value");

        assertThat(store().survey(new KeySelection.Within(new Namespace("other")), 5))
                .isEqualTo(new Survey(0, List.of()));
    }

    @Test
    default void survey_manyKeys_countsEachAndNamesNoMoreThanAsked() {
        List<CacheKey> keys = Samples.keys(3_000);
        keys.forEach(key -> set(key, "value"));

        Survey survey = store().survey(new KeySelection.Within(NAMESPACE), 7);
        assertThat(survey.count()).isEqualTo(3_000);
        assertThat(survey.sample()).hasSize(7).doesNotHaveDuplicates().isSubsetOf(keys);
    }

    @Test
    default void survey_noSample_countsOnly() {
        set(key("a"), "value");

        assertThat(store().survey(new KeySelection.Within(NAMESPACE), 0)).isEqualTo(new Survey(1, List.of()));
    }

    @Test
    default void survey_expiredAndGuarded_areNotCounted() {
        set(key("expired"), bytes("value"), SHORT);
        fetch(key("leased"), token(1));
        begin(key("written"), token(2));
        letPass(SHORT);
        awaitGone(key("expired"));

        assertThat(store().survey(new KeySelection.Within(NAMESPACE), 5)).isEqualTo(new Survey(0, List.of()));
    }

    @Test
    default void survey_oddKeys_areNamedExactly() {
        List<CacheKey> keys = Samples.oddIdentifiers().map(Samples::key).toList();
        keys.forEach(key -> set(key, "value"));

        assertThat(store().survey(new KeySelection.Within(NAMESPACE), 1_000).sample())
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @ParameterizedTest
    @MethodSource("io.hexcache.contract.GlobTable#cases")
    default void survey_pattern_selectsWhatTheTableSays(GlobCase glob) {
        set(glob.key(), "value");

        assertThat(store().survey(new KeySelection.Matching(KeyPattern.of(glob.pattern())), 1))
                .isEqualTo(glob.matches() ? new Survey(1, List.of(glob.key())) : new Survey(0, List.of()));
    }
}
