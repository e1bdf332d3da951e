package io.hexcache.domain.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.InvalidKeyException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeySelectionTest {

    private static final CacheKey KEY = CacheKey.parse("user.profile:7:v2");
    private static final Set<Tag> TAGS = Set.of(new Tag("red"), new Tag("blue"));

    @Test
    void selects_eachKind_whatItNames() {
        assertThat(KeySelection.Keys.of(KEY).selects(KEY, TAGS)).isTrue();
        assertThat(KeySelection.Keys.of(CacheKey.parse("user.profile:7:v1")).selects(KEY, TAGS)).isFalse();
        assertThat(new KeySelection.Matching(KeyPattern.of("user.*:7")).selects(KEY, TAGS)).isTrue();
        assertThat(new KeySelection.Matching(KeyPattern.of("user.*:7:v2")).selects(KEY, TAGS)).isFalse();
        assertThat(new KeySelection.StartingWith("user.profile:").selects(KEY, TAGS)).isTrue();
        assertThat(new KeySelection.StartingWith("user.profile:7:v2").selects(KEY, TAGS)).isFalse();
        assertThat(new KeySelection.Within(new Namespace("user")).selects(KEY, TAGS)).isTrue();
        assertThat(new KeySelection.Within(new Namespace("use")).selects(KEY, TAGS)).isFalse();
        assertThat(new KeySelection.Tagged(Set.of(new Tag("red"), new Tag("x"))).selects(KEY, TAGS)).isTrue();
        assertThat(new KeySelection.Tagged(Set.of(new Tag("x"))).selects(KEY, TAGS)).isFalse();
    }

    @Test
    void literalPrefix_ofASelectionByName_beginsEverySelectedKey() {
        assertThat(new KeySelection.Matching(KeyPattern.of("user.p*")).literalPrefix()).isEqualTo("user.p");
        assertThat(new KeySelection.StartingWith("user.p").literalPrefix()).isEqualTo("user.p");
        assertThat(new KeySelection.Within(new Namespace("user")).literalPrefix()).isEqualTo("user");
    }

    @Test
    void selection_ofNothingOrTooMuch_isRefused() {
        assertThatThrownBy(() -> new KeySelection.Keys(Set.of())).isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> new KeySelection.Tagged(Set.of())).isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> new KeySelection.StartingWith("")).isInstanceOf(InvalidKeyException.class);
        Set<Tag> tooMany = IntStream.rangeClosed(0, KeySelection.Tagged.MAX_TAGS).mapToObj(i -> new Tag("t" + i))
                .collect(Collectors.toSet());
        assertThatThrownBy(() -> new KeySelection.Tagged(tooMany)).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("1001 tags");
    }

    @Test
    void tags_onOneEntryBeyondTheLimit_areRefused() {
        Set<Tag> tooMany = IntStream.rangeClosed(0, Tag.MAX_PER_ENTRY).mapToObj(i -> new Tag("t" + i)).collect(
                Collectors.toSet());
        assertThatThrownBy(() -> Tag.checked(tooMany)).isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> new Tag("a\u0007")).isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> new Tag("a".repeat(129))).isInstanceOf(InvalidKeyException.class);
    }
}
