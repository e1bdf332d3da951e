package io.hexcache.simulation.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.Cache;
import io.hexcache.domain.CacheNode;
import io.hexcache.domain.NodePorts;
import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.coherence.PulseService;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.tier.RemotePorts;
import io.hexcache.domain.time.NodeRuntime;
import io.hexcache.infrastructure.memory.InProcessBusHub;
import io.hexcache.simulation.port.PassingBus;
import io.hexcache.simulation.port.PassingLocalCaches;
import io.hexcache.simulation.port.PassingRegister;
import io.hexcache.simulation.port.PassingSource;
import io.hexcache.simulation.port.PassingStore;
import io.hexcache.simulation.port.PassingTagIndex;
import io.hexcache.simulation.schedule.Host;
import io.hexcache.simulation.schedule.Scheduler;
import io.hexcache.simulation.world.SimulatedLocalCaches;
import io.hexcache.simulation.world.Versioned;
import io.hexcache.simulation.world.VersionedCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** The nodes of one race, over one store, one bus and one source of one key. */
final class Fleet {

    static final String ID = "k";
    static final Namespace NAMESPACE = new Namespace("race");
    static final CacheKey KEY = new CacheKey(NAMESPACE, ID, 0);
    static final KeySelection BY_KEY = KeySelection.Keys.of(KEY);

    private final Scheduler scheduler;
    private final Course course;
    private final Setting setting;
    private final Backing backing;
    private final InProcessBusHub hub;
    private final Promises promises;
    private final Truth truth;
    private final List<Racer> racers = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(11);
    private boolean observed;

    Fleet(Scheduler scheduler, Course course, Setting setting) {
        this.scheduler = scheduler;
        this.course = course;
        this.setting = setting;
        this.backing = setting.simulatedStore() ? Backing.simulated(scheduler) : Backing.inMemory(scheduler);
        this.hub = new InProcessBusHub(scheduler::now);
        this.promises = new Promises(scheduler);
        this.truth = new Truth(promises);
        for (int i = 0; i < setting.nodes(); i++) {
            join("n" + i);
        }
    }

    private Racer join(String name) {
        Host host = scheduler.host(name, random.nextLong());
        Racer racer = new Racer(this, host, new Way(course, this::observe, backing.generation()), hub.connect());
        racers.add(racer);
        return racer;
    }

    /** The node of this racer, over ports all calls of which go its way. */
    CacheNode assemble(Racer racer) {
        Way way = racer.way();
        PassingStore store = new PassingStore(backing.store(), way, way::watch);
        NodePorts ports = new NodePorts(new PassingLocalCaches(new SimulatedLocalCaches(), way), new RemotePorts(store,
                new PassingTagIndex(backing.index(), way), new VersionedCodec()),
                new PassingRegister(backing
                        .register(), way),
                new PassingBus(new Relayed(racer), way));
        NodeRuntime runtime = new NodeRuntime(racer.host().ticker(), racer.host().dates(), scheduler.waiter(), random
                .split(), executor(racer));
        return new CacheNode(ports, runtime, new Origin(racer.host().toString(), 1), namespace -> setting.policy());
    }

    /** On a counted course loads are steps of who asks for them. */
    private Executor executor(Racer racer) {
        Executor own = course.isCounted() ? Runnable::run : racer.host().executor(racer.host() + " load");
        return body -> {
            if (racer.isStopped()) {
                throw new RejectedExecutionException(racer + " is stopped");
            }
            own.execute(body);
        };
    }

    Cache<Versioned> declareIn(CacheNode node, Way way) {
        CacheDefinition<Versioned> definition = CacheDefinition.of(NAMESPACE.name(), Versioned.class).withTags(setting
                .tagger());
        return node.caches().declare(setting.hasSource() ? definition.withSource(new PassingSource<>(truth, way))
                : definition);
    }

    /** A bus that announces for a racer and delivers to it what the race lets arrive. */
    private record Relayed(Racer racer) implements InvalidationBus {

        @Override
        public long announce(Origin origin, long told, Change change) {
            return racer.bus().announce(origin, told, change);
        }

        @Override
        public Heads exchange(Origin origin, Beat own) {
            return racer.bus().exchange(origin, own);
        }

        @Override
        public void subscribe(BusListener listener) {
            racer.bus().subscribe(racer.relayTo(listener));
        }

        @Override
        public void close() {
            racer.bus().close();
        }
    }

    boolean isOwn(Message message, Racer racer) {
        return message.origin().node().equals(racer.host().toString());
    }

    Racer node(int number) {
        return racers.get(number);
    }

    Truth truth() {
        return truth;
    }

    Promises promises() {
        return promises;
    }

    Course course() {
        return course;
    }

    Backing backing() {
        return backing;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    /** A step between two of a part. */
    void step(String what) {
        course.step(what);
    }

    /** From now on, whoever owes something is read at each step of a counted course. */
    void observeAll() {
        observed = true;
    }

    private void observe() {
        if (observed && course.isCounted() && course.isOpen()) {
            course.atOnce(() -> {
                racers.stream().filter(racer -> racer.isAlive() && racer.owesSomething()).forEach(Racer::peek);
                return true;
            });
        }
    }

    /** Time passes, and all nodes that live pulse meanwhile. */
    void pass(Duration time) {
        pass(time, PulseService.PERIOD);
    }

    /** Time passes, and all nodes that live pulse this often meanwhile. */
    void pass(Duration time, Duration period) {
        for (Duration left = time; left.isPositive(); left = left.minus(period)) {
            scheduler.advance(period);
            racers.stream().filter(Racer::isAlive).forEach(Racer::pulse);
        }
    }

    /** All messages arrive, all that waits is repeated. */
    void calmDown() {
        observed = false;
        List<Racer> living = racers.stream().filter(Racer::isAlive).toList();
        racers.forEach(racer -> racer.way().applyLate());
        for (int i = 0; i < 3; i++) {
            living.forEach(Racer::hearAll);
            living.forEach(Racer::pulse);
            living.forEach(racer -> racer.node().repeatDeferred());
        }
        assertThat(living).as("nodes with deferred changes").allMatch(racer -> racer.node().deferredChanges() == 0);
    }

    /** Calms down; then no node and no tier serves anything but what the source holds. */
    void settle() {
        calmDown();
        join("fresh");
        racers.stream().filter(Racer::isAlive).forEach(racer -> {
            truth.checkCurrent(racer.peek(), racer + " peek");
            Lookup<Versioned> got = racer.get();
            assertThat(got).as("what %s gets", racer).isNotInstanceOf(Lookup.Miss.class);
            truth.checkCurrent(got, racer + " get");
            truth.checkCurrent(racer.peek(), racer + " peek again");
        });
    }
}
