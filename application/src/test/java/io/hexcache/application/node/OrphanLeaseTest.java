package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.policy.LoadPolicy;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.strategy.CacheDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A reader has got the right to load, and has died: the right lives on for ten seconds. */
class OrphanLeaseTest {

    private static final CacheDefinition<String> WORDS = CacheDefinition.of("words", String.class);

    /** After that a reader gives up who has joined the load of another one. */
    private static final Duration JOINERS_WAIT = Duration.ofSeconds(5);

    private final Token lease = Token.next(new SplittableRandom(7));
    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Cache<String> words = node.caches.declare(WORDS);

    private void orphan(String identifier) {
        assertThat(node.store.fetch(Fetch.of(words.key(identifier), lease))).isInstanceOf(Fetched.Leased.class);
    }

    private Duration timeOf(Runnable read) {
        long before = cluster.clock.read();
        read.run();
        return Duration.ofNanos(cluster.clock.read() - before);
    }

    private Function<String, String> loaderThatTakes(Duration time) {
        return id -> {
            cluster.clock.advance(time);
            return "loaded " + id;
        };
    }

    @Test
    void reader_loadsItself_longBeforeThoseWhoJoinHimGiveUp() {
        orphan("a");
        Duration waited = timeOf(() -> assertThat(words.getOrLoad("a", id -> "loaded")).isEqualTo("loaded"));
        assertThat(waited).isEqualTo(JOINERS_WAIT.dividedBy(2));
    }

    @Test
    void whatHeLoads_isNotStored_untilTheLeaseHasEnded() {
        orphan("a");
        words.getOrLoad("a", id -> "loaded");
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());

        cluster.clock.advance(CacheStore.TOKEN_LIFE);
        words.getOrLoad("a", id -> "loaded later");
        assertThat(words.get("a").value()).contains("loaded later");
    }

    @Test
    void batch_loadsItself_longBeforeThoseWhoJoinItGiveUp() {
        orphan("a");
        Duration waited = timeOf(() -> words.getAllOrLoad(List.of("a", "b"), this::load));
        assertThat(waited).isEqualTo(JOINERS_WAIT.dividedBy(2));
    }

    @Test
    void batch_whoseOwnLoadTakesLonger_looksOnceMore() {
        orphan("a");
        Duration waited = timeOf(() -> words.getAllOrLoad(List.of("a", "b"), ids -> {
            if (ids.contains("b")) {
                cluster.clock.advance(JOINERS_WAIT.dividedBy(2));
                node.store.release(words.key("a"), lease);
            }
            return load(ids);
        }));
        assertThat(waited).isEqualTo(JOINERS_WAIT.dividedBy(2));
        assertThat(words.get("a").value()).as("was stored, since it had the right").contains("loaded a");
    }

    @Test
    void namespaceWhoseLoadsAreQuick_waitsASecond() {
        words.getOrLoad("quick", loaderThatTakes(Duration.ofMillis(2)));
        orphan("a");
        assertThat(timeOf(() -> words.getOrLoad("a", id -> "loaded"))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void namespaceWhoseLoadsTakeTheirTime_waitsTenTimesAsLong() {
        words.getOrLoad("slow", loaderThatTakes(Duration.ofMillis(200)));
        orphan("a");
        assertThat(timeOf(() -> words.getOrLoad("a", id -> "loaded"))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void namespaceWithAHardTimeout_waitsHalfAsLong() {
        Cache<String> hasty = cluster.node(NamespacePolicy.DEFAULT.with(new LoadPolicy(LoadPolicy.LONGEST, Duration
                .ofMillis(400), LoadPolicy.WhenAway.WRITE_ANYWAY))).caches.declare(WORDS);
        orphan("a");
        assertThat(timeOf(() -> hasty.getOrLoad("a", id -> "loaded"))).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void leaseOfAReaderWhoLives_isWaitedFor_andOneOfFourNodesLoads() {
        NamespacePolicy givesUpAtOnce = NamespacePolicy.DEFAULT.with(new LoadPolicy(Duration.ofNanos(1), Duration
                .ofNanos(1), LoadPolicy.WhenAway.WRITE_ANYWAY));
        LaterExecutor later = new LaterExecutor();
        Cache<String> loading = cluster.node(givesUpAtOnce, later).caches.declare(WORDS);
        assertThatThrownBy(() -> loading.getOrLoad("a", id -> "once")).isInstanceOf(CacheTimeoutException.class);
        cluster.clock.onStep(later::runAll);
        for (int i = 0; i < 3; i++) {
            Cache<String> other = cluster.node().caches.declare(WORDS);
            other.getOrLoad("quick", loaderThatTakes(Duration.ofNanos(1)));
            assertThat(other.getOrLoad("a", id -> "again")).isEqualTo("once");
        }
    }

    private Map<String, String> load(Set<String> ids) {
        return ids.stream().collect(Collectors.toMap(id -> id, id -> "loaded " + id));
    }
}
