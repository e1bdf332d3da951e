package io.hexcache.domain;

import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.coherence.Announcer;
import io.hexcache.domain.coherence.HeadLedger;
import io.hexcache.domain.coherence.LocalTrust;
import io.hexcache.domain.coherence.PulseService;
import io.hexcache.domain.counter.ClearStamps;
import io.hexcache.domain.invalidation.AnnouncementService;
import io.hexcache.domain.invalidation.CacheInvalidationService;
import io.hexcache.domain.invalidation.ChangeMemory;
import io.hexcache.domain.invalidation.ChangeReceiver;
import io.hexcache.domain.invalidation.Regions;
import io.hexcache.domain.invalidation.RemoteEntries;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.load.LoadGuard;
import io.hexcache.domain.load.LoadLimits;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.port.CounterAge;
import io.hexcache.domain.stamp.StampService;
import io.hexcache.domain.stamp.StampTable;
import io.hexcache.domain.tier.NodeState;
import io.hexcache.domain.tier.TierFactory;
import io.hexcache.domain.time.NodeRuntime;
import io.hexcache.domain.time.Ticker;
import io.hexcache.domain.writebehind.WriteBehindService;
import java.util.Optional;
import java.util.function.Function;

/**
 * One complete node: the parts of the domain, put together over its ports. Whoever makes one calls {@link #start} once,
 * then {@link #pulse} every {@link PulseService#PERIOD} and {@link #repeatDeferred} about once a second, each from one
 * thread, for as long as the node lives.
 */
public final class CacheNode {

    private final NodePorts ports;
    private final ChangeMemory memory;
    private final LocalTrust trust;
    private final Ticker ticker;
    private final ChangeReceiver receiver;
    private final PulseService pulses;
    private final CacheInvalidationService invalidation;
    private final AnnouncementService announcements;
    private final StampService stamps;
    private final Caches caches;
    private final Optional<WriteBehindService> behind;

    /**
     * A node that has not started.
     *
     * @param origin its name on the bus, of this life alone
     * @param policies answers for every namespace, declared or not
     */
    public CacheNode(NodePorts ports, NodeRuntime runtime, Origin origin,
            Function<Namespace, NamespacePolicy> policies) {
        this(ports, runtime, origin, policies, LoadLimits.DEFAULT);
    }

    /**
     * As above.
     *
     * @param loads most that all sources together are asked
     */
    public CacheNode(NodePorts ports, NodeRuntime runtime, Origin origin,
            Function<Namespace, NamespacePolicy> policies, LoadLimits loads) {
        this.ports = ports;
        this.ticker = runtime.ticker();
        this.memory = new ChangeMemory(runtime.ticker());
        this.trust = new LocalTrust(runtime.ticker());
        Regions regions = new Regions();
        this.stamps = new StampService(ports.register(), new StampTable(), regions::detachAll);
        Announcer announcer = new Announcer(ports.bus(), origin);
        HeadLedger ledger = new HeadLedger(trust, regions::forgetAll);
        this.receiver = new ChangeReceiver(ChangeReceiver.carryingOut(stamps, regions, memory.recent()), announcer,
                ledger, runtime.ticker());
        this.pulses = new PulseService(stamps, ports.heartbeat(), announcer, ledger, runtime.ticker());
        this.invalidation = new CacheInvalidationService(new RemoteEntries(ports.remote().store(), ports.remote()
                .tagIndex()), stamps, announcer, regions, memory);
        this.announcements = new AnnouncementService(invalidation, regions, announcer, runtime.ticker(), runtime
                .waiter());
        this.behind = ports.writeBehind().map(setup -> new WriteBehindService(setup, runtime));
        NodeState state = new NodeState(trust, stamps, memory, runtime, behind, new LoadGuard(loads, runtime.ticker()));
        this.caches = new Caches(new TierFactory(ports.localCaches(), ports.remote(), state),
                invalidation, regions, runtime, policies);
    }

    /**
     * Begins to listen, and takes up the writes that an earlier process has left in the journal; their namespaces must
     * have been declared. L1 is trusted once the first pulses have shown that nothing is missed.
     */
    public void start() {
        ports.remote().store().watch(memory.failover()::noticed);
        ports.bus().subscribe(receiver);
        behind.ifPresent(WriteBehindService::start);
    }

    /** One pulse; renews the trust in L1, and has a store that has lost changes told of them again. */
    public void pulse() {
        pulses.pulse();
        if (memory.failover().isPending()) {
            repeatDeferred();
        }
    }

    /** Repeats what L2 or the bus did not take, as far as they take it now. */
    public void repeatDeferred() {
        invalidation.repeatDeferred();
    }

    /** The caches of this node. */
    public Caches caches() {
        return caches;
    }

    /** Carries changes to all copies. */
    public CacheInvalidationService invalidation() {
        return invalidation;
    }

    /** The writes of this node that wait for their sources, where it has a journal. */
    public Optional<WriteBehindService> writeBehind() {
        return behind;
    }

    /** Announces changes that something else has made. */
    public AnnouncementService announcements() {
        return announcements;
    }

    /** What this node knows of clears, for counters; it asks the register while it may have missed one. */
    public ClearStamps clears() {
        return namespace -> {
            if (!isTrusted()) {
                stamps.refresh();
            }
            long newest = stamps.beforeRead();
            return new CounterAge(stamps.table().cleared(namespace), newest);
        };
    }

    /** Whether every change of other nodes is known to have been heard of. */
    public boolean isTrusted() {
        return trust.isTrusted(ticker.read());
    }

    /** How many changes wait to be repeated. */
    public int deferredChanges() {
        return memory.deferred().size();
    }
}
