package io.hexcache.simulation.world;

import io.hexcache.domain.bus.Message;
import io.hexcache.simulation.schedule.Scheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/** The store, its replicas, and the links of all nodes to it. */
public final class World {

    private static final int COPIES = 16;

    final Scheduler scheduler;
    final SplittableRandom random;
    final Counts counts;
    final SimulatedStore store;
    private final Deque<StoreImage> copies = new ArrayDeque<>();
    private final List<Link> links = new ArrayList<>();
    private Weather weather;
    private boolean storeDown;

    /** An empty store and nobody who uses it. */
    public World(Scheduler scheduler, SplittableRandom random, Weather weather, Counts counts) {
        this.scheduler = scheduler;
        this.random = random;
        this.weather = weather;
        this.counts = counts;
        this.store = new SimulatedStore(scheduler::now);
    }

    /** From now on it is so. */
    public void turn(Weather to) {
        weather = to;
    }

    Weather weather() {
        return weather;
    }

    /** Whether the source fails this time. */
    public boolean sourceBreaks() {
        return happens(weather.sourceFailure() / 2);
    }

    boolean isStoreDown() {
        return storeDown;
    }

    boolean happens(double chance) {
        return chance > 0 && random.nextDouble() < chance;
    }

    Duration between(double fromMillis, double toMillis) {
        return Duration.ofNanos((long) ((fromMillis + random.nextDouble() * (toMillis - fromMillis)) * 1e6));
    }

    /** How long a call of the store or the bus is on its way in one direction. */
    Duration onTheWay() {
        return happens(weather.slowness()) ? between(2, 80) : between(0.05, 1.5);
    }

    /** How long a call of the source is on its way in one direction. */
    Duration toTheSource() {
        if (happens(weather.slowness() / 30)) {
            return between(1_000, 12_000);
        }
        return happens(weather.slowness()) ? between(20, 600) : between(0.2, 3);
    }

    void add(Link link) {
        links.add(link);
    }

    void remove(Link link) {
        links.remove(link);
    }

    /** Sends to everyone; each copy takes its own way. */
    void send(Message message) {
        for (Link link : links) {
            if (happens(weather.loss())) {
                counts.count(Fault.MESSAGE_LOST);
                continue;
            }
            deliver(link, message);
            if (happens(weather.doubling())) {
                counts.count(Fault.MESSAGE_DOUBLED);
                deliver(link, message);
            }
        }
    }

    private void deliver(Link link, Message message) {
        Duration delay = between(0.1, 3);
        if (happens(weather.delay())) {
            counts.count(Fault.MESSAGE_DELAYED);
            delay = between(50, random.nextInt(4) == 0 ? 3_000 : 400);
        }
        boolean reachable = link.isBusReachable();
        scheduler.after(delay, () -> {
            if (reachable) {
                link.arrive(message);
            }
        });
    }

    /** A replica gets everything that the store holds now. */
    public void replicate() {
        copies.addLast(store.snapshot());
        if (copies.size() > COPIES) {
            copies.removeFirst();
        }
    }

    /** The store does not answer any more. */
    public void stopStore() {
        storeDown = true;
    }

    /** An empty store answers. */
    public void startEmptyStore() {
        counts.count(Fault.STORE_EMPTIED);
        begin(StoreImage.empty(scheduler.now()));
    }

    /** What a failover takes back. */
    public enum Loses {

        /** Entries, guards, the register and the heads. */
        ALL,

        /** Entries and guards only; the rest lies on another primary. */
        ENTRIES,

        /** The register and the heads only. */
        REGISTER
    }

    /**
     * A replica answers, which has missed the last changes.
     *
     * @return the time of its last change
     */
    public long startReplica(Loses loses) {
        List<StoreImage> all = List.copyOf(copies);
        StoreImage copy = all.isEmpty() ? StoreImage.empty(0) : all.get(random.nextInt(all.size()));
        copies.removeIf(other -> other.madeAt > copy.madeAt);
        counts.count(Fault.STORE_FAILED_OVER);
        StoreImage older = copy.copy(scheduler.now());
        begin(switch (loses) {
            case ALL -> older;
            case ENTRIES -> older.withRegisterOf(store.image());
            case REGISTER -> older.withEntriesOf(store.image());
        });
        return copy.madeAt;
    }

    private void begin(StoreImage image) {
        store.replaceBy(image, between(0, 2));
        storeDown = false;
    }

    /** The store drops one of its entries. */
    public void evictEntry() {
        List<Slot> full = store.image().slots.values().stream().filter(slot -> slot.entry(scheduler.now()).isPresent())
                .toList();
        if (!full.isEmpty()) {
            counts.count(Fault.ENTRY_EVICTED);
            full.get(random.nextInt(full.size())).dropEntry(scheduler.now());
        }
    }

    /** The store drops its register. */
    public void evictRegister() {
        counts.count(Fault.REGISTER_EVICTED);
        store.image().register.forget();
    }
}
