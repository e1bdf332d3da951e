package io.hexcache.application.node;

import io.hexcache.contract.VirtualJobScheduler;
import io.hexcache.domain.Cache;
import io.hexcache.domain.explain.Explanation;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.Durability;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.UrgencyRules;
import io.hexcache.domain.port.WriteBehindJournal;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.writebehind.RetryRules;
import io.hexcache.domain.writebehind.WriteBehindPorts;
import io.hexcache.domain.writebehind.WriteBehindService;
import io.hexcache.domain.writebehind.WriteBehindSettings;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * A node that writes behind, with one namespace whose writes are deferred. Drains run when time passes, in the thread
 * of the test, unless it gives another executor.
 */
final class BehindNode {

    /** Few, so that bounds are reached; one drain at a time. */
    static final WriteBehindSettings SETTINGS = new WriteBehindSettings(100, Duration.ofSeconds(1), 10_000, Duration
            .ofSeconds(1), 1, RetryRules.DEFAULT, UrgencyRules.NONE);

    final Cluster cluster;
    final VirtualJobScheduler scheduler;
    final WriteBehindJournal journal;
    final Node node;
    final BehindSource source;
    final Cache<String> rows;
    final WriteBehindService behind;

    BehindNode(WriteBehindSettings settings) {
        this(new Cluster(), MemoryAdapters.journal(1_000_000), settings, Runnable::run, new BehindSource());
    }

    BehindNode() {
        this(SETTINGS);
    }

    BehindNode(Cluster cluster, WriteBehindJournal journal, WriteBehindSettings settings, Executor executor,
            BehindSource source) {
        this.cluster = cluster;
        this.journal = journal;
        this.source = source;
        this.scheduler = new VirtualJobScheduler(cluster.clock.instant());
        cluster.clock.onStep(this::catchUp);
        this.node = cluster.behind(NamespacePolicy.DEFAULT.with(Durability.DEFERRED), executor, new WriteBehindPorts(
                journal, scheduler, settings));
        this.rows = node.caches.declare(CacheDefinition.of("rows", String.class).withSource(source));
        this.behind = node.node.writeBehind().orElseThrow();
        behind.start();
    }

    private void catchUp() {
        scheduler.advance(Duration.between(scheduler.instant(), cluster.clock.instant()));
    }

    /** Lets time pass, for drains too. */
    void pass(Duration time) {
        cluster.clock.advance(time);
        catchUp();
    }

    /** As much as a drain takes to begin. */
    void passInterval() {
        pass(Duration.ofSeconds(1));
    }

    /** What waits in the journal of a key, as text; empty if nothing does. */
    Optional<String> journaled(String identifier) {
        return journal.find(rows.key(identifier)).map(record -> identifier);
    }

    /** Why a read of this row would come to what it does. */
    Explanation explain(String identifier) {
        return node.caches.find(new Namespace("rows")).orElseThrow().explain().apply(identifier);
    }
}
