package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.Cache;
import io.hexcache.domain.coherence.LocalTrust;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.existence.KeyExistence;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.FilterSize;
import io.hexcache.domain.strategy.CacheDefinition;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A namespace that knows which keys its source does not hold. */
class ExistenceFilterTest {

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Node other = cluster.node();
    private final MapSource source = new MapSource();
    private final Cache<String> rows = filtered(node);
    private final Cache<String> rowsOfOther = filtered(other);

    private Cache<String> filtered(Node at) {
        source.store("a", "value");
        KeyExistence filter = new KeyExistence(new Namespace("rows"), () -> Stream.of("a"), () -> cluster.memory
                .existenceFilters().create(new FilterSize(1_000, 0.001)), at.node::isTrusted, Runnable::run);
        return at.caches.declare(CacheDefinition.of("rows", String.class).withSource(source).withFilter(filter));
    }

    @Test
    void keyThatDoesNotExist_isAnsweredWithoutAskingL2OrTheSource() {
        int calls = node.store.calls();
        assertThat(rows.get("missing")).isInstanceOf(Lookup.Absent.class);
        assertThat(node.store.calls()).isEqualTo(calls);
        assertThat(source.loads()).isZero();
        assertThat(rows.get("a").value()).contains("value");
    }

    @Test
    void keyThatIsCreated_isSeenByThisNodeAtOnceAndByOthersWithTheMessage() {
        assertThat(rowsOfOther.get("new")).isInstanceOf(Lookup.Absent.class);
        rows.put("new", "created");
        assertThat(rows.get("new").value()).contains("created");
        assertThat(rowsOfOther.get("new").value()).contains("created");
    }

    @Test
    void keyWhoseCreationIsNotHeardOf_isHiddenForNoLongerThanTheBound() {
        other.bus.hold();
        rows.put("new", "created");
        assertThat(rowsOfOther.get("new")).isInstanceOf(Lookup.Absent.class);
        other.bus.lose();
        cluster.clock.advance(LocalTrust.BOUND);
        assertThat(rowsOfOther.get("new").value()).contains("created");
    }

    @Test
    void filter_whileTheBusIsNotHeard_hidesNothing() {
        other.bus.cut();
        source.store("by somebody else", "value");
        assertThat(rowsOfOther.get("by somebody else").value()).contains("value");
    }
}
