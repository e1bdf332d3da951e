package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.invalidation.AnnouncementService;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.strategy.CacheDefinition;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes that something else has made, announced by hand. */
class AnnouncementTest {

    private static final CacheDefinition<String> WORDS = CacheDefinition.of("words", String.class);

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Node other = cluster.node();
    private final Cache<String> words = node.caches.declare(WORDS);
    private final Cache<String> wordsOfOther = other.caches.declare(WORDS);
    private final AnnouncementService announcements = node.node.announcements();
    private final KeySelection.Keys key = KeySelection.Keys.of(words.key("a"));

    @BeforeEach
    void bothHaveCopies() {
        words.put("a", "value");
        wordsOfOther.get("a");
        assertThat(tier(wordsOfOther)).isEqualTo(Tier.L1);
    }

    private static Tier tier(Cache<String> cache) {
        return ((Lookup.Hit<String>) cache.get("a")).tier();
    }

    @Test
    void announcement_dropsTheCopiesOfAllNodesAndNothingElse() {
        assertThat(announcements.announce(key, AnnouncementService.DEFAULT_TIMEOUT)).isEqualTo(Completion.COMPLETE);
        assertThat(tier(words)).isEqualTo(Tier.L2);
        assertThat(tier(wordsOfOther)).isEqualTo(Tier.L2);
        assertThat(announcements.announceOnce(key)).isTrue();
        assertThat(tier(wordsOfOther)).isEqualTo(Tier.L2);
    }

    @Test
    void announcementThatTheBusDoesNotTakeInTime_isDeferredAndRepeated() {
        node.bus.cut();
        long before = cluster.clock.read();
        assertThat(announcements.announce(key, Duration.ofSeconds(1))).isEqualTo(Completion.DEFERRED);
        assertThat(Duration.ofNanos(cluster.clock.read() - before)).isEqualTo(Duration.ofSeconds(1));
        node.bus.join();
        node.node.repeatDeferred();
        assertThat(tier(wordsOfOther)).isEqualTo(Tier.L2);
    }

    @Test
    void announcementWhileTheBusComesBack_isTakenThen() {
        node.bus.cut();
        cluster.clock.onStep(node.bus::join);
        assertThat(announcements.announce(key, Duration.ofSeconds(5))).isEqualTo(Completion.COMPLETE);
    }

    @Test
    void announcementOnce_whileTheBusIsAway_saysSoAndIsNotRepeated() {
        node.bus.cut();
        assertThat(announcements.announceOnce(key)).isFalse();
        assertThat(node.deferred()).isZero();
        assertThat(tier(words)).isEqualTo(Tier.L2);
    }

    @Test
    void timeoutThatIsNotLegal_isRefusedWithTheLimit() {
        assertThatThrownBy(() -> announcements.announce(key, Duration.ofMinutes(2))).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("PT1M");
        assertThatThrownBy(() -> announcements.announce(key, Duration.ofMillis(-1))).isInstanceOf(
                CacheConfigurationException.class);
        assertThat(tier(wordsOfOther)).isEqualTo(Tier.L1);
    }
}
