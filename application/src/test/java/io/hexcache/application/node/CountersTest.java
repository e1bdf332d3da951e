package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.counter.Counter;
import io.hexcache.domain.counter.Counters;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.strategy.CacheDefinition;
import org.junit.jupiter.api.Test;

/** Counters of several nodes, and what a clear makes of them. */
class CountersTest {

    private final Cluster cluster = new Cluster();
    private final Node here = cluster.node();
    private final Node there = cluster.node();

    private final Counters countersHere = new Services(cluster, here, 1).counters;
    private final Counters countersThere = new Services(cluster, there, 2).counters;

    private Counter counter(Node node, String namespace) {
        return (node.equals(here) ? countersHere : countersThere).of(namespace, "visits");
    }

    @Test
    void twoNodes_countTogether() {
        counter(here, "page").increment(2);

        assertThat(counter(there, "page").increment(3)).isEqualTo(5);
    }

    @Test
    void clear_ofTheirNamespaceOrOneAbove_takesThemAlongOnAllNodes() {
        counter(here, "page").increment();
        counter(here, "page.part").increment();
        counter(here, "other").increment();

        here.caches.clear(new Namespace("page"));

        for (Node node : new Node[]{here, there}) {
            assertThat(counter(node, "page").value()).isEmpty();
            assertThat(counter(node, "page.part").value()).isEmpty();
            assertThat(counter(node, "other").value()).hasValue(1);
        }
        assertThat(counter(there, "page").increment()).isEqualTo(1);
        assertThat(counter(here, "page").increment()).isEqualTo(2);
    }

    @Test
    void clear_ofEverything_takesThemAlong() {
        counter(here, "page").increment();

        here.caches.clearAll();

        assertThat(counter(there, "page").value()).isEmpty();
    }

    @Test
    void clear_whileTheBusIsAway_isSeenByTheOtherNode() {
        counter(here, "page").increment();
        there.bus.cut();

        here.caches.clear(new Namespace("page"));

        assertThat(counter(there, "page").value()).isEmpty();
    }

    @Test
    void invalidationsOfEntries_leaveThemAlone() {
        here.caches.declare(CacheDefinition.of("page", String.class));
        counter(here, "page").increment();

        here.caches.invalidate(new KeySelection.Within(new Namespace("page")));
        here.caches.invalidate(new KeySelection.StartingWith("page:visits"));

        assertThat(counter(here, "page").value()).hasValue(1);
    }
}
