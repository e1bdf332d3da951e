package io.hexcache.simulation.world;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.simulation.port.Call;
import io.hexcache.simulation.port.Passage;
import io.hexcache.simulation.port.PassingBus;
import io.hexcache.simulation.port.PassingRegister;
import io.hexcache.simulation.port.PassingStore;
import io.hexcache.simulation.port.PassingTagIndex;
import io.hexcache.simulation.schedule.Host;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How one process reaches the world: each call takes time, and may fail in the ways that its port allows. */
public final class Link implements Passage {

    private final World world;
    private final Host host;
    private final Observer observer;
    private final Inbox inbox;
    private final List<Runnable> watchers = new ArrayList<>();
    private final Map<Origin, Long> latest = new HashMap<>();
    private long generation;
    private boolean cutFromStore;
    private boolean cutFromBus;
    private boolean silently;
    private boolean toldOfBreak;

    /** The link of a process that has just begun. */
    public Link(World world, Host host, Observer observer) {
        this.world = world;
        this.host = host;
        this.observer = observer;
        this.inbox = new Inbox(world.scheduler, host);
        this.generation = world.store.generation();
    }

    /** L2, as this process sees it. */
    public CacheStore store() {
        return new PassingStore(world.store, this, watchers::add);
    }

    /** The register, as this process sees it. */
    public StampRegister register() {
        return new PassingRegister(world.store, this);
    }

    /** The index, as this process sees it. */
    public TagIndex tagIndex() {
        return new PassingTagIndex(world.store, this);
    }

    /** The bus, as this process sees it. */
    public InvalidationBus bus() {
        return new PassingBus(new End(), this);
    }

    /** From now on calls of the store fail, either at once or by time-out. */
    public void cutFromStore(boolean withTimeouts) {
        world.counts.count(Fault.CUT_FROM_STORE);
        cutFromStore = true;
        silently = withTimeouts;
    }

    /** From now on no message arrives, and calls of the bus fail; the process is told, or is not. */
    public void cutFromBus(boolean withTimeouts) {
        world.counts.count(Fault.CUT_FROM_BUS);
        cutFromBus = true;
        silently = withTimeouts;
        if (!withTimeouts && !toldOfBreak) {
            toldOfBreak = true;
            inbox.put(BusListener::disconnected);
        }
    }

    /** Everything can be reached again. */
    public void join() {
        if (toldOfBreak) {
            toldOfBreak = false;
            inbox.put(BusListener::connected);
        }
        cutFromBus = false;
        cutFromStore = false;
    }

    /** The process is gone. */
    public void drop() {
        world.remove(this);
    }

    boolean isBusReachable() {
        return !cutFromBus && !host.isDead();
    }

    void arrive(Message message) {
        if (isBusReachable()) {
            long before = latest.getOrDefault(message.origin(), 0L);
            if (message.sequence() < before) {
                world.counts.count(Fault.MESSAGE_REORDERED);
            }
            latest.put(message.origin(), Math.max(before, message.sequence()));
            inbox.put(listener -> {
                listener.received(message);
                observer.heard(message);
            });
        }
    }

    @Override
    public <T> T pass(Call call, Supplier<T> action) {
        return switch (call.operation().destination()) {
            case LOCAL -> {
                if (!call.operation().isUnderLock()) {
                    world.scheduler.step(call);
                }
                yield action.get();
            }
            case SOURCE -> {
                world.scheduler.sleep(world.toTheSource(), call);
                T answer = action.get();
                world.scheduler.sleep(world.toTheSource(), new Answer(call, answer));
                yield answer;
            }
            case STORE, BUS -> remote(call, action);
        };
    }

    private boolean isCut(Call call) {
        return world.isStoreDown() || switch (call.operation().destination()) {
            case STORE -> cutFromStore;
            case BUS -> cutFromBus;
            case LOCAL, SOURCE -> false;
        };
    }

    private <T> T remote(Call call, Supplier<T> action) {
        if (isCut(call) && !silently) {
            world.scheduler.sleep(world.between(0.1, 1), new Lost(call, "is refused"));
            observer.failed(call);
            throw new CacheConnectionException(call + " of " + host + ": cut off");
        }
        if (!world.scheduler.isUndisturbed() && world.happens(world.weather().late())) {
            throw timeOut(call, action);
        }
        world.scheduler.sleep(world.onTheWay(), call);
        if (isCut(call)) {
            throw timedOut(call, "gets no answer");
        }
        notice();
        T answer = action.get();
        observer.applied(call);
        world.scheduler.sleep(world.onTheWay(), new Answer(call, answer));
        if (isCut(call)) {
            throw timedOut(call, "is applied, its answer is lost");
        }
        return answer;
    }

    /** Whether this process has talked to the store that answers now. */
    public boolean knowsPresentStore() {
        return generation == world.store.generation();
    }

    /** The connection is a new one: whoever watches learns of it before there is an answer. */
    private void notice() {
        if (generation != world.store.generation()) {
            generation = world.store.generation();
            watchers.forEach(Runnable::run);
            observer.noticed();
        }
    }

    private CacheTimeoutException timeOut(Call call, Supplier<?> action) {
        switch (call.operation().effect()) {
            case NONE -> {
                // Nobody learns whether it arrived.
            }
            case NOW_OR_NEVER -> answerLost(call, action);
            case LATE -> {
                if (world.random.nextInt(3) == 0) {
                    answerLost(call, action);
                } else {
                    arriveLate(call, action);
                }
            }
        }
        return timedOut(call, "times out");
    }

    private void answerLost(Call call, Supplier<?> action) {
        world.scheduler.sleep(world.onTheWay(), call);
        if (!isCut(call) && world.random.nextBoolean()) {
            world.counts.count(Fault.ANSWER_LOST);
            notice();
            Object _ = action.get();
            observer.applied(call);
        }
    }

    private void arriveLate(Call call, Supplier<?> action) {
        long connection = generation;
        Duration delay = world.random.nextInt(4) == 0 ? world.between(250, 14_000) : world.between(1, 1_500);
        world.scheduler.after(delay, () -> {
            if (connection == world.store.generation() && !world.isStoreDown()) {
                world.counts.count(Fault.LATE_WRITE);
                world.scheduler.note(new Lost(call, "of " + host + " is applied late"));
                Object _ = action.get();
            }
        });
    }

    private CacheTimeoutException timedOut(Call call, String what) {
        world.scheduler.sleep(Weather.TIMEOUT, new Lost(call, what));
        observer.failed(call);
        return new CacheTimeoutException(call + " of " + host + " " + what);
    }

    /** What became of a call, for the trace. */
    private record Lost(Call call, String what) {

        @Override
        public String toString() {
            return call + " " + what;
        }
    }

    /** This end of the bus. */
    private final class End implements InvalidationBus {

        @Override
        public long announce(Origin origin, long told, Change change) {
            long sequence = world.store.raise(origin, told);
            Message message = new Message(origin, sequence, change);
            observer.announced(message);
            world.send(message);
            return sequence;
        }

        @Override
        public Heads exchange(Origin origin, Beat own) {
            return world.store.exchange(origin, own);
        }

        @Override
        public void subscribe(BusListener listener) {
            inbox.open(listener);
            world.add(Link.this);
        }

        @Override
        public void close() {
            drop();
        }
    }
}
