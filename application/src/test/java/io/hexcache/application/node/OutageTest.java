package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.Cache;
import io.hexcache.domain.coherence.LocalTrust;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.invalidation.InvalidationResult;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.strategy.CacheDefinition;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutageTest {

    private static final CacheDefinition<String> WORDS = CacheDefinition.of("words", String.class).withTags(
            value -> Set.of(new Tag("first-" + value.charAt(0))));

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Node other = cluster.node();
    private final Cache<String> words = node.caches.declare(WORDS);
    private final Cache<String> wordsOfOther = other.caches.declare(WORDS);

    @Test
    void read_whileTheStoreIsAway_isAnsweredByTheLoaderEachTimeAndStoresNothing() {
        node.store.goAway();
        assertThat(words.getOrLoad("a", id -> "one")).isEqualTo("one");
        assertThat(words.getOrLoad("a", id -> "two")).isEqualTo("two");
        assertThat(node.happened("words")).containsExactly(CacheEvent.MISS, CacheEvent.LOAD, CacheEvent.STORE_FAILURE);
        node.store.comeBack();
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void fillThatFails_givesItsLeaseBack() {
        node.store.failNextFill();
        words.getOrLoad("a", id -> "one");
        assertThat(words.getOrLoad("a", id -> "two")).isEqualTo("two");
        assertThat(words.get("a").value()).contains("two");
    }

    @Test
    void storeThatGoesAwayDuringALoad_costsNothingButTheCopy() {
        assertThat(words.getOrLoad("a", id -> {
            node.store.goAway();
            return "value";
        })).isEqualTo("value");
        node.store.comeBack();
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void invalidation_whileTheStoreIsAway_isDeferredAndThisNodeUsesNothingOldMeanwhile() {
        for (KeySelection selection : Set.of(KeySelection.Keys.of(words.key("a")), new KeySelection.Matching(KeyPattern
                .of("words:?")), new KeySelection.Tagged(Set.of(new Tag("first-o"))))) {
            words.put("a", "old");
            words.get("a");
            node.store.goAway();
            assertThat(node.caches.invalidate(selection)).isEqualTo(new InvalidationResult(0, Completion.DEFERRED));
            node.store.comeBack();
            assertThat(words.get("a")).as("%s", selection).isEqualTo(new Lookup.Miss<String>());
            assertThat(words.getOrLoad("a", id -> "new")).isEqualTo("new");
            node.invalidation.repeatDeferred();
            assertThat(node.deferred()).isZero();
            assertThat(wordsOfOther.get("a")).as("%s", selection).isEqualTo(new Lookup.Miss<String>());
        }
    }

    @Test
    void repetition_whileTheStoreIsStillAway_keepsWhatIsDeferred() {
        words.put("a", "old");
        node.store.goAway();
        node.caches.invalidate(KeySelection.Keys.of(words.key("a")));
        node.invalidation.repeatDeferred();
        assertThat(node.deferred()).isEqualTo(1);
    }

    @Test
    void change_whileTheBusIsCut_isDeferredAndAnnouncedLater() {
        words.put("a", "old");
        assertThat(wordsOfOther.get("a").value()).contains("old");
        node.bus.cut();
        assertThat(words.put("a", "new").completion()).isEqualTo(Completion.DEFERRED);
        node.bus.join();
        node.invalidation.repeatDeferred();
        assertThat(node.deferred()).isZero();
        assertThat(wordsOfOther.get("a").value()).contains("new");
        assertThat(words.get("a").value()).as("what was announced late was not removed").contains("new");
    }

    @Test
    void nodeThatDoesNotHearTheBus_usesItsCopiesForThreeSecondsAtMost() {
        words.put("a", "old");
        other.bus.cut();
        assertThat(wordsOfOther.get("a").value()).contains("old");
        words.put("a", "new");
        assertThat(wordsOfOther.get("a").value()).contains("old");
        cluster.clock.advance(LocalTrust.UNTRUSTED_BOUND);
        assertThat(wordsOfOther.get("a").value()).contains("new");
    }

    @Test
    void nodeThatHearsTheBusAgain_usesNoCopyFromBefore() {
        words.put("a", "old");
        wordsOfOther.get("a");
        other.bus.cut();
        words.put("a", "new");
        other.bus.join();
        other.node.pulse();
        assertThat(wordsOfOther.get("a").value()).contains("new");
        assertThat(wordsOfOther.get("a")).extracting(found -> ((Lookup.Hit<String>) found).tier()).isEqualTo(Tier.L1);
    }

    @Test
    void loadThatBeganWhileTheBusWasCut_isNotACopyAfterwards() {
        other.bus.cut();
        wordsOfOther.getOrLoad("a", id -> {
            other.bus.join();
            other.node.pulse();
            return "value";
        });
        assertThat(wordsOfOther.get("a")).extracting(found -> ((Lookup.Hit<String>) found).tier()).isEqualTo(Tier.L2);
    }
}
