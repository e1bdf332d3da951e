package io.hexcache.benchmarks.hit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.NodePorts;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.statistics.CacheEvent;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a hit in L1 does, and what it leaves alone; how long that takes is measured, not tested. */
class HitPathTest {

    private static final int HITS = 1_000;

    private final AtomicInteger clockReads = new AtomicInteger();
    private final AtomicInteger localGets = new AtomicInteger();
    private final AtomicInteger otherCalls = new AtomicInteger();
    private final AtomicInteger policyReads = new AtomicInteger();
    private final Workload workload = new Workload();
    private final HitNode node = new HitNode(() -> clockReads.incrementAndGet(), () -> Instant.EPOCH, namespace -> {
        policyReads.incrementAndGet();
        return NamespacePolicy.DEFAULT;
    }, this::counting);

    private NodePorts counting(NodePorts ports) {
        return CountedPorts.around(ports, localGets, otherCalls);
    }

    private void hit() {
        node.put(workload, "a");
        node.cache().get("a");
        clockReads.set(0);
        localGets.set(0);
        otherCalls.set(0);
        policyReads.set(0);
        for (int i = 0; i < HITS; i++) {
            node.cache().get("a");
        }
        assertThat(node.count(CacheEvent.L1_HIT)).isEqualTo(HITS + 1);
    }

    @Test
    void hit_readsTheClockOnce() {
        hit();
        assertThat(clockReads).hasValue(HITS);
    }

    @Test
    void hit_asksL1OnceAndNothingElse() {
        hit();
        assertThat(localGets).hasValue(HITS);
        assertThat(otherCalls).hasValue(0);
    }

    @Test
    void hit_doesNotAskForThePolicy() {
        hit();
        assertThat(policyReads).hasValue(0);
    }
}
