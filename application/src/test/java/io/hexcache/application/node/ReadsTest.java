package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.strategy.CacheDefinition;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadsTest {

    private static final CacheDefinition<String> WORDS = CacheDefinition.of("words", String.class);

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Cache<String> words = node.caches.declare(WORDS);

    private static Tier tier(Lookup<String> lookup) {
        return ((Lookup.Hit<String>) lookup).tier();
    }

    @Test
    void getOrLoad_ofAMissingKey_loadsOnceAndHitsL1FromThenOn() {
        assertThat(words.getOrLoad("a", id -> "loaded " + id)).isEqualTo("loaded a");
        int callsAfterTheLoad = node.store.calls();
        for (int i = 0; i < 100; i++) {
            assertThat(words.getOrLoad("a", id -> "again")).isEqualTo("loaded a");
        }
        assertThat(node.store.calls()).isEqualTo(callsAfterTheLoad);
        assertThat(node.count("words", CacheEvent.L1_HIT)).isEqualTo(100);
        assertThat(node.count("words", CacheEvent.LOAD)).isEqualTo(1);
    }

    @Test
    void get_onAnotherNode_hitsL2FirstAndL1Then() {
        words.getOrLoad("a", id -> "value");
        Cache<String> other = cluster.node().caches.declare(WORDS);
        assertThat(tier(other.get("a"))).isEqualTo(Tier.L2);
        assertThat(tier(other.get("a"))).isEqualTo(Tier.L1);
    }

    @Test
    void copyInL1_livesNoLongerThanWhatWasLeftInL2() {
        words.getOrLoad("a", id -> "value");
        cluster.clock.advance(Duration.ofMinutes(59));
        Cache<String> other = cluster.node().caches.declare(WORDS);
        assertThat(tier(other.get("a"))).isEqualTo(Tier.L2);
        cluster.clock.advance(Duration.ofSeconds(59));
        assertThat(tier(other.get("a"))).isEqualTo(Tier.L1);
        cluster.clock.advance(Duration.ofSeconds(1));
        assertThat(other.get("a")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void copyInL1_livesNoLongerThanItsOwnTtl() {
        words.getOrLoad("a", id -> "value");
        cluster.clock.advance(LocalLimits.DEFAULT.ttl().minusMillis(1));
        assertThat(tier(words.get("a"))).isEqualTo(Tier.L1);
        cluster.clock.advance(Duration.ofMillis(1));
        assertThat(tier(words.get("a"))).isEqualTo(Tier.L2);
    }

    @Test
    void hit_saysHowOldItsValueIs() {
        words.getOrLoad("a", id -> "value");
        cluster.clock.advance(Duration.ofSeconds(7));
        assertThat(((Lookup.Hit<String>) words.get("a")).age(cluster.clock.instant())).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void findOrLoad_ofWhatDoesNotExist_cachesTheAbsenceWithItsOwnTtl() {
        assertThat(words.findOrLoad("a", id -> Optional.empty())).isEmpty();
        assertThat(words.findOrLoad("a", id -> Optional.of("came later"))).isEmpty();
        assertThat(words.get("a")).isEqualTo(new Lookup.Absent<String>(Tier.L1));
        cluster.clock.advance(NamespacePolicy.DEFAULT.ttls().absentTtl());
        assertThat(words.findOrLoad("a", id -> Optional.of("came later"))).contains("came later");
    }

    @Test
    void getOrLoad_ofACachedAbsence_asksItsLoaderOnceAndReplacesTheAbsence() {
        words.findOrLoad("a", id -> Optional.empty());
        assertThat(words.getOrLoad("a", id -> "value")).isEqualTo("value");
        assertThat(words.getOrLoad("a", id -> "again")).isEqualTo("value");
        assertThat(words.findOrLoad("a", id -> Optional.empty())).contains("value");
    }

    @Test
    void put_overAnAbsence_replacesIt() {
        words.findOrLoad("a", id -> Optional.empty());
        words.put("a", "value");
        assertThat(words.get("a").value()).contains("value");
    }

    @Test
    void loaderThatThrows_reachesTheCallerAsItIsAndLeavesNothingBehind() {
        IllegalStateException failure = new IllegalStateException("no database");
        assertThatThrownBy(() -> words.getOrLoad("a", id -> {
            throw failure;
        })).isSameAs(failure);
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());
        // The lease was given back: the next load is stored.
        words.getOrLoad("a", id -> "value");
        assertThat(tier(words.get("a"))).isEqualTo(Tier.L1);
        assertThat(node.count("words", CacheEvent.LOAD_FAILURE)).isEqualTo(1);
    }

    @Test
    void loaderThatReturnsNull_isANamedErrorThatSaysWhatToDo() {
        assertThatThrownBy(() -> words.getOrLoad("a", id -> nothing())).isInstanceOf(CacheReadException.class)
                .hasMessageContaining("words:a:v0").hasMessageContaining("findOrLoad");
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());
    }

    private static String nothing() {
        return null;
    }

    @Test
    void loaderThatAsksForItsOwnKey_isANamedErrorAndTheNextReadWorks() {
        assertThatThrownBy(() -> words.getOrLoad("a", id -> words.getOrLoad("a", same -> "inner"))).isInstanceOf(
                CacheReadException.class).hasMessageContaining("same key");
        assertThat(words.getOrLoad("a", id -> "value")).isEqualTo("value");
    }

    @Test
    void loaderThatAsksForAnotherKey_isFine() {
        assertThat(words.getOrLoad("a", id -> words.getOrLoad("b", other -> "inner"))).isEqualTo("inner");
        assertThat(tier(words.get("a"))).isEqualTo(Tier.L1);
        assertThat(tier(words.get("b"))).isEqualTo(Tier.L1);
    }

    @Test
    void get_ofANamespaceWithASource_readsThrough() {
        MapSource source = new MapSource();
        source.store("a", "row");
        Cache<String> rows = node.caches.declare(CacheDefinition.of("rows", String.class).withSource(source));
        assertThat(tier(rows.get("a"))).isEqualTo(Tier.SOURCE);
        assertThat(tier(rows.get("a"))).isEqualTo(Tier.L1);
        assertThat(rows.get("b")).isEqualTo(new Lookup.Absent<String>(Tier.SOURCE));
        assertThat(rows.get("b")).isEqualTo(new Lookup.Absent<String>(Tier.L1));
        assertThat(source.loads()).isEqualTo(2);
        assertThat(rows.peek("c")).isEqualTo(new Lookup.Miss<String>());
        assertThat(source.loads()).isEqualTo(2);
    }

    @Test
    void foreignBytesUnderAKey_areACountedMissAndAreReplaced() {
        node.store.set(new Write(words.key("a"), new Token("0".repeat(Token.LENGTH)), new byte[]{1, 2, 3}, Duration
                .ofHours(1), 0), new SetCondition.Always());
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());
        assertThat(words.getOrLoad("a", id -> "value")).isEqualTo("value");
        assertThat(tier(words.get("a"))).isEqualTo(Tier.L1);
        assertThat(node.count("words", CacheEvent.UNREADABLE)).isEqualTo(2);
    }

    @Test
    void namespaceWithoutL1_isServedByL2() {
        LocalLimits off = new LocalLimits(0, 1_000, 100, Duration.ofMinutes(1));
        Node without = cluster.node(NamespacePolicy.of(Duration.ofHours(1), Duration.ofMinutes(5), off));
        Cache<String> cache = without.caches.declare(WORDS);
        cache.getOrLoad("a", id -> "value");
        assertThat(tier(cache.get("a"))).isEqualTo(Tier.L2);
        assertThat(tier(cache.get("a"))).isEqualTo(Tier.L2);
    }

    @Test
    void itemBeyondTheItemLimit_staysInL2() {
        LocalLimits small = new LocalLimits(10, 10_000, 200, Duration.ofMinutes(1));
        Node limited = cluster.node(NamespacePolicy.of(Duration.ofHours(1), Duration.ofMinutes(5), small));
        Cache<String> cache = limited.caches.declare(WORDS);
        cache.getOrLoad("large", id -> "x".repeat(200));
        cache.getOrLoad("small", id -> "x");
        assertThat(tier(cache.get("large"))).isEqualTo(Tier.L2);
        assertThat(tier(cache.get("small"))).isEqualTo(Tier.L1);
    }

    @Test
    void promotion_aboveNinetyPercentOfTheBytes_isForHotKeysOnly() {
        LocalLimits tiny = new LocalLimits(10, 10_000, 1_000, Duration.ofMinutes(1));
        Node full = cluster.node(NamespacePolicy.of(Duration.ofHours(1), Duration.ofMinutes(5), tiny));
        Cache<String> cache = full.caches.declare(WORDS);
        for (int i = 0; i < 9; i++) {
            cache.getOrLoad("filler" + i, id -> "x");
        }
        cache.getOrLoad("a", id -> "value");
        int reads = 1;
        while (tier(cache.get("a")) == Tier.L2 && reads < 500) {
            reads++;
        }
        // The load counted once; the hundredth count makes it hot, and the read after that finds the copy.
        assertThat(reads).isBetween(99, 101);
        assertThat(tier(cache.get("a"))).isEqualTo(Tier.L1);
    }

    @Test
    void copiesThatHaveDied_giveTheirPlacesBack() {
        LocalLimits tiny = new LocalLimits(10, 10_000, 1_000, Duration.ofMinutes(1));
        Node full = cluster.node(NamespacePolicy.of(Duration.ofHours(1), Duration.ofMinutes(5), tiny));
        Cache<String> cache = full.caches.declare(WORDS);
        for (int i = 0; i < 9; i++) {
            cache.getOrLoad("filler" + i, id -> "x");
        }
        cluster.clock.advance(Duration.ofMinutes(1));
        cache.getOrLoad("a", id -> "value");
        assertThat(tier(cache.get("a"))).isEqualTo(Tier.L1);
    }

    @Test
    void identifierThatIsNotLegal_isRefusedBeforeAnythingIsAsked() {
        int calls = node.store.calls();
        assertThatThrownBy(() -> words.getOrLoad("a\nb", id -> "value")).isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> words.get("")).isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> words.put("x".repeat(600), "value")).isInstanceOf(InvalidKeyException.class);
        assertThat(node.store.calls()).isEqualTo(calls);
    }

    @Test
    void of_aNamespace_givesItsHandleOrSaysWhatIsWrong() {
        assertThat(node.caches.of("words", String.class)).isSameAs(words);
        assertThatThrownBy(() -> node.caches.of("words", Integer.class)).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("java.lang.String");
        assertThatThrownBy(() -> node.caches.of("wrods", String.class)).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("words");
        assertThatThrownBy(() -> node.caches.declare(WORDS)).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("twice");
    }
}
