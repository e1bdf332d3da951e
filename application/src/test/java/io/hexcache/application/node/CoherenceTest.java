package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.Cache;
import io.hexcache.domain.coherence.LocalTrust;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.port.Write;
import io.hexcache.domain.strategy.CacheDefinition;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a node still serves of what another one has changed, when messages, nodes and stores are lost. */
class CoherenceTest {

    private static final Tag RED = new Tag("red");

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Node other = cluster.node();
    private final MapSource source = new MapSource();
    private final CacheDefinition<String> definition = CacheDefinition.of("rows", String.class).withSource(source)
            .withTags(value -> Set.of(RED));
    private final Cache<String> rows = node.caches.declare(definition);
    private final Cache<String> rowsOfOther = other.caches.declare(definition);

    @BeforeEach
    void otherNodeHasACopy() {
        rows.put("a", "old");
        rowsOfOther.get("a");
        assertThat(tier(rowsOfOther.get("a"))).isEqualTo(Tier.L1);
    }

    private static Tier tier(Lookup<String> lookup) {
        return ((Lookup.Hit<String>) lookup).tier();
    }

    @Test
    void messageThatIsLostWithoutASign_leavesNoOldCopyBeyondTheBound() {
        other.bus.hold();
        rows.put("a", "new");
        other.bus.lose();
        cluster.clock.advance(LocalTrust.BOUND);
        assertThat(rowsOfOther.get("a").value()).contains("new");
    }

    @Test
    void lossOfOneMessage_costsTrustOnceAndNotForEver() {
        other.bus.hold();
        rows.put("b", "value");
        other.bus.lose();
        cluster.clock.advance(Duration.ofSeconds(2));
        assertThat(other.node.isTrusted()).isTrue();
        rowsOfOther.get("a");
        cluster.clock.advance(Duration.ofMinutes(1));
        assertThat(tier(rowsOfOther.get("a"))).isEqualTo(Tier.L1);
    }

    @Test
    void messagesThatAreLateAndDoubled_costNoTrust() {
        other.bus.hold();
        rows.put("a", "new");
        rows.put("a", "newer");
        cluster.clock.jump(Duration.ofMillis(400));
        other.node.pulse();
        other.bus.deliver();
        assertThat(other.node.isTrusted()).isTrue();
        assertThat(rowsOfOther.get("a").value()).contains("newer");
    }

    static Stream<KeySelection> invalidations() {
        return Stream.of(new KeySelection.Tagged(Set.of(RED)), new KeySelection.Cleared(new Namespace("rows")),
                new KeySelection.Everything(), new KeySelection.Within(new Namespace("rows")));
    }

    @ParameterizedTest
    @MethodSource("invalidations")
    void invalidationWhoseMessageIsLost_isNoticedWithinTheBound(KeySelection selection) {
        source.store("a", "new");
        other.bus.hold();
        node.caches.invalidate(selection);
        other.bus.lose();
        cluster.clock.advance(LocalTrust.BOUND);
        assertThat(rowsOfOther.get("a").value()).contains("new");
    }

    @Test
    void nodeThatWasPaused_noticesByItsOwnClock() {
        other.bus.hold();
        rows.put("a", "new");
        cluster.clock.jump(LocalTrust.UNTRUSTED_BOUND);
        assertThat(rowsOfOther.get("a").value()).contains("new");
    }

    @Test
    void nodeThatStops_costsTheOthersTheirCopiesOnce() {
        Node stopping = new Node(cluster, NamespacePolicy.DEFAULT, 99);
        cluster.clock.advance(Duration.ofMillis(500));
        assertThat(stopping.node.isTrusted()).isTrue();
        rowsOfOther.get("a");
        cluster.clock.advance(Duration.ofSeconds(4));
        assertThat(tier(rowsOfOther.get("a"))).as("the copy of before has gone").isEqualTo(Tier.L2);
        cluster.clock.advance(Duration.ofSeconds(10));
        assertThat(tier(rowsOfOther.get("a"))).as("and the next one stays").isEqualTo(Tier.L1);
    }

    @Test
    void nodeThatSaysGoodbye_costsNothing() {
        Node leaving = new Node(cluster, NamespacePolicy.DEFAULT, 99);
        cluster.clock.advance(Duration.ofMillis(500));
        leaving.bus.close();
        cluster.clock.advance(Duration.ofSeconds(10));
        assertThat(tier(rowsOfOther.get("a"))).isEqualTo(Tier.L1);
    }

    @Test
    void storeThatIsReplacedByAnOlderCopy_isToldAgainBeforeItIsUsed() {
        StoredEntry old = cluster.memory.store().get(rows.key("a")).orElseThrow();
        rows.put("a", "new");
        rowsOfOther.get("a");
        cluster.memory.store().set(new Write(rows.key("a"), old.id(), old.bytes(), old.remainingLife(), 0),
                new SetCondition.Always());
        node.store.replace();
        other.store.replace();
        assertThat(rows.get("a").value()).contains("new");
        assertThat(rowsOfOther.get("a").value()).contains("new");
        cluster.clock.advance(Duration.ofMillis(500));
        assertThat(rows.get("a").value()).contains("new");
        assertThat(rowsOfOther.get("a").value()).contains("new");
        Node fresh = cluster.node();
        assertThat(fresh.caches.declare(definition).peek("a").value()).isNotEqualTo(java.util.Optional.of("old"));
    }

    @Test
    void storeThatIsReplacedWhileNobodyReads_isToldByThePulse() {
        StoredEntry old = cluster.memory.store().get(rows.key("a")).orElseThrow();
        rows.put("a", "new");
        cluster.memory.store().set(new Write(rows.key("a"), old.id(), old.bytes(), old.remainingLife(), 0),
                new SetCondition.Always());
        node.store.replace();
        cluster.clock.advance(Duration.ofMillis(500));
        assertThat(cluster.memory.store().get(rows.key("a"))).isEmpty();
    }

    @Test
    void changeOfMoreThanTwoMinutesAgo_isNotRepeated() {
        StoredEntry old = cluster.memory.store().get(rows.key("a")).orElseThrow();
        cluster.clock.advance(Duration.ofMinutes(2).plusSeconds(1));
        node.store.replace();
        cluster.clock.advance(Duration.ofMillis(500));
        assertThat(cluster.memory.store().get(rows.key("a"))).get().extracting(StoredEntry::id).isEqualTo(old.id());
    }
}
