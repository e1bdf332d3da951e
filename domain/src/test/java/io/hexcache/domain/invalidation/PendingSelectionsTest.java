package io.hexcache.domain.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PendingSelectionsTest {

    private static final Namespace USER = new Namespace("user");
    private static final Namespace ORDER = new Namespace("order");

    private final PendingSelections waiting = new PendingSelections();

    private static CacheKey user(int id) {
        return new CacheKey(USER, Integer.toString(id), 0);
    }

    @Test
    void covers_whatWasAddedAndNothingElse() {
        waiting.add(KeySelection.Keys.of(user(1)));
        waiting.add(new KeySelection.Tagged(Set.of(new Tag("red"))));
        assertThat(waiting.covers(user(1), Set.of())).isTrue();
        assertThat(waiting.covers(user(2), Set.of())).isFalse();
        assertThat(waiting.covers(user(2), Set.of(new Tag("red")))).isTrue();
    }

    @Test
    void settle_takesOffWhatWasRepeated() {
        waiting.add(KeySelection.Keys.of(user(1)));
        waiting.add(new KeySelection.Within(ORDER));
        waiting.snapshot().forEach(waiting::settle);
        assertThat(waiting.size()).isZero();
        assertThat(waiting.covers(user(1), Set.of())).isFalse();
    }

    @Test
    void settle_keepsWhatWasAddedAgainWhileItWasRepeated() {
        waiting.add(KeySelection.Keys.of(user(1)));
        waiting.add(new KeySelection.Within(ORDER));
        List<PendingSelections.Pending> repeated = waiting.snapshot();
        waiting.add(KeySelection.Keys.of(user(1)));
        waiting.add(new KeySelection.Within(ORDER));
        repeated.forEach(waiting::settle);
        assertThat(waiting.covers(user(1), Set.of())).isTrue();
        assertThat(waiting.covers(new CacheKey(ORDER, "1", 0), Set.of())).isTrue();
        assertThat(waiting.size()).isEqualTo(2);
    }

    @Test
    void add_ofMoreKeysThanTheBound_widensToTheirNamespaceAndLosesNone() {
        IntStream.rangeClosed(0, PendingSelections.MAX_KEYS).forEach(i -> waiting.add(KeySelection.Keys.of(user(i))));
        assertThat(waiting.size()).isEqualTo(1);
        assertThat(waiting.covers(user(0), Set.of())).isTrue();
        assertThat(waiting.covers(user(PendingSelections.MAX_KEYS), Set.of())).isTrue();
        assertThat(waiting.covers(new CacheKey(ORDER, "1", 0), Set.of())).isFalse();
    }

    @Test
    void add_ofMoreOthersThanTheBound_widensToEverythingWhoeverDeclaredIt() {
        IntStream.rangeClosed(0, PendingSelections.MAX_OTHERS).forEach(i -> waiting.add(new KeySelection.Matching(
                KeyPattern.of("user:" + i + "*"))));
        assertThat(waiting.snapshot()).extracting(PendingSelections.Pending::selection).containsExactly(
                new KeySelection.Matching(KeyPattern.of("*")));
        assertThat(waiting.covers(CacheKey.parse("elsewhere:1:v0"), Set.of())).isTrue();
    }

    @Test
    void settle_ofAReplacedKey_takesOffWhatWasAddedBeforeAndKeepsWhatCameMeanwhile() {
        waiting.add(KeySelection.Keys.of(user(1)));
        long before = waiting.latest();
        waiting.add(KeySelection.Keys.of(user(2)));
        waiting.settle(user(1), before);
        waiting.settle(user(2), before);
        assertThat(waiting.covers(user(1), Set.of())).isFalse();
        assertThat(waiting.covers(user(2), Set.of())).isTrue();
    }

    @Test
    void snapshot_putsKeysTogetherInBatches() {
        IntStream.range(0, 2_500).forEach(i -> waiting.add(KeySelection.Keys.of(user(i))));
        assertThat(waiting.snapshot()).hasSize(3);
    }
}
