package io.hexcache.simulation.run;

import io.hexcache.domain.Cache;
import io.hexcache.domain.CacheNode;
import io.hexcache.domain.NodePorts;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.coherence.PulseService;
import io.hexcache.domain.explain.Prediction;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.tier.RemotePorts;
import io.hexcache.domain.time.NodeRuntime;
import io.hexcache.simulation.judge.Life;
import io.hexcache.simulation.port.Call;
import io.hexcache.simulation.port.Call.Operation;
import io.hexcache.simulation.port.PassingLocalCaches;
import io.hexcache.simulation.port.PassingSource;
import io.hexcache.simulation.schedule.Host;
import io.hexcache.simulation.schedule.Scheduler;
import io.hexcache.simulation.schedule.Task;
import io.hexcache.simulation.world.Link;
import io.hexcache.simulation.world.Observer;
import io.hexcache.simulation.world.SimulatedLocalCaches;
import io.hexcache.simulation.world.Versioned;
import io.hexcache.simulation.world.VersionedCodec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** One life of one node of the simulation, with all that belongs to it. */
final class Member implements Observer {

    /** How long after a failed call of the pulse the next one has succeeded, or has failed too. */
    private static final long NEXT_PULSE = Duration.ofMillis(500).toNanos();
    private static final Duration REPEAT_PERIOD = Duration.ofMillis(500);
    private static final Duration FIRST_PERIOD = Duration.ofMillis(10);
    private static final int FIRST_PULSES = 50;

    final String name;
    final Life life;
    final Host host;
    final Link link;
    final CacheNode node;
    final Map<String, Cache<Versioned>> caches = new LinkedHashMap<>();
    private final Stage stage;
    private final Scheduler scheduler;
    private Optional<Task> pulseTask = Optional.empty();
    private boolean pulseFailed;
    private boolean settled;

    Member(String name, int number, Stage stage, SplittableRandom random) {
        this.name = name;
        this.stage = stage;
        this.scheduler = stage.scheduler();
        this.life = new Life(name + "/" + number);
        this.host = scheduler.host(life.toString(), random.nextLong());
        this.link = new Link(stage.world(), host, this);
        NodePorts ports = new NodePorts(new PassingLocalCaches(new SimulatedLocalCaches(), link),
                new RemotePorts(link.store(), link.tagIndex(), new VersionedCodec()), link.register(), link.bus());
        NodeRuntime runtime = new NodeRuntime(host.ticker(), host.dates(), scheduler.waiter(), random.split(),
                host.executor(life + " loads"));
        this.node = new CacheNode(ports, runtime, Origin.next(name, random), Plan::policy);
        for (String namespace : Plan.namespaces()) {
            SimulatedSource source = new SimulatedSource(namespace, stage, stage::sourceBreaks);
            caches.put(namespace, node.caches().declare(CacheDefinition.of(namespace, Versioned.class)
                    .withSource(new PassingSource<>(source, link)).withTags(Plan::tags)));
        }
    }

    /** Begins to listen, to pulse and to repeat, as the service does it. */
    void begin() {
        node.start();
        scheduler.daemon(life + " pulses", host, () -> {
            pulse();
            for (int i = 0; i < FIRST_PULSES && !node.isTrusted(); i++) {
                scheduler.waiter().pause(FIRST_PERIOD);
                pulse();
            }
            long next = scheduler.now();
            while (life.isAlive()) {
                next = Math.max(next + PulseService.PERIOD.toNanos(), scheduler.now());
                scheduler.waiter().pause(Duration.ofNanos(next - scheduler.now()));
                pulse();
            }
        });
        scheduler.daemon(life + " repeats", host, () -> {
            while (life.isAlive()) {
                scheduler.waiter().pause(REPEAT_PERIOD);
                if (node.deferredChanges() > 0) {
                    node.repeatDeferred();
                }
            }
        });
    }

    /** A pulse without a failure that began at the present store has told it all that the node remembers. */
    private void pulse() {
        boolean knew = link.knowsPresentStore();
        pulseFailed = false;
        pulseTask = scheduler.running();
        node.pulse();
        settled = knew && link.knowsPresentStore() && !pulseFailed && node.deferredChanges() == 0;
        if (settled) {
            stage.judge().settled(life, scheduler.now());
        }
    }

    /** Whether it had told the store everything when it pulsed last. */
    boolean owesNothing() {
        return settled;
    }

    @Override
    public void applied(Call call) {
        if (call.operation() == Operation.BEGIN) {
            stage.open().ifPresent(change -> change.begun(scheduler.now()));
        }
    }

    @Override
    public void failed(Call call) {
        pulseFailed |= scheduler.running().equals(pulseTask);
        if (call.operation() == Operation.EXCHANGE || call.operation() == Operation.STAMPS) {
            life.away(scheduler.now() + NEXT_PULSE);
        }
    }

    @Override
    public void announced(Message message) {
        stage.open().ifPresent(change -> change.announced(message.origin(), message.sequence()));
    }

    @Override
    public void heard(Message message) {
        life.hears(message, scheduler.now());
    }

    @Override
    public void noticed() {
        life.notices(scheduler.now());
    }

    /** Of the node; all its lives have the same. */
    int number() {
        return name.charAt(1) - '0';
    }

    /** What the node says of the next read. */
    Prediction explain(String namespace, String identifier) {
        return node.caches().find(new Namespace(namespace)).orElseThrow().explain().apply(identifier).next();
    }

    @Override
    public String toString() {
        return life.toString();
    }
}
