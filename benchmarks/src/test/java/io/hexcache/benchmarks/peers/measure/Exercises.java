package io.hexcache.benchmarks.peers.measure;

import io.hexcache.benchmarks.peers.plan.Scenario;
import io.hexcache.benchmarks.peers.plan.Volume;
import io.hexcache.benchmarks.peers.system.BatchReads;
import io.hexcache.benchmarks.peers.system.Loads;
import io.hexcache.benchmarks.peers.system.LocalReads;
import io.hexcache.benchmarks.peers.system.Peer;
import io.hexcache.benchmarks.peers.system.Product;
import io.hexcache.benchmarks.peers.system.RemoteReads;
import io.hexcache.benchmarks.peers.system.Removals;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Prepares scenarios: puts there what they read. */
public final class Exercises {

    /** So few that the memory of every system holds them all. */
    private static final int LOCAL_KEYS = 1_000;

    /** Many times what the memory of the process may hold. */
    private static final int BATCH_KEYS = 20 * BatchReads.LOCAL_ENTRIES;

    private final Volume volume;

    /** Scenarios of this size. */
    public Exercises(Volume volume) {
        this.volume = volume;
    }

    /** How many entries the memory of the process may hold in this scenario. */
    public static int localEntries(Scenario scenario) {
        return scenario == Scenario.BATCH ? BatchReads.LOCAL_ENTRIES : 10 * LOCAL_KEYS;
    }

    /** The scenario on this system; empty if the system has nothing of the kind. */
    public Optional<Exercise> prepare(Scenario scenario, Peer peer) {
        return switch (scenario) {
            case L1_HIT -> peer instanceof LocalReads local ? Optional.of(localHit(local)) : Optional.empty();
            case L2_HIT -> peer instanceof RemoteReads remote ? Optional.of(remoteHit(remote)) : Optional.empty();
            case MISS_LOAD -> peer instanceof Loads loads && peer instanceof RemoteReads ? Optional.of(miss(loads))
                    : Optional.empty();
            case BATCH -> peer instanceof BatchReads batches ? Optional.of(batch(batches)) : Optional.empty();
            case STAMPEDE -> peer instanceof Loads loads ? Optional.of(new StampedeExercise(loads)) : Optional.empty();
            case INVALIDATE -> peer instanceof Removals removals ? Optional.of(RemovalExercise.prepare(removals,
                    volume)) : Optional.empty();
        };
    }

    private static Exercise localHit(LocalReads peer) {
        String[] ids = Ids.first(LOCAL_KEYS);
        new Filling(ids.length, Ids::of).into(peer::keep);
        for (String id : ids) {
            // What was put is not in the memory of every system before it was read.
            peer.readLocal(id);
        }
        return new LoopExercise(new Meter(random -> peer.readLocal(ids[random]), ids.length));
    }

    private Exercise remoteHit(RemoteReads peer) {
        String[] ids = Ids.first(volume.keys());
        new Filling(ids.length, Ids::of).into(peer::store);
        return new LoopExercise(new Meter(random -> peer.read(ids[random]), ids.length));
    }

    private static Exercise miss(Loads peer) {
        AtomicLong next = new AtomicLong();
        Product loaded = Product.of(4_711);
        return new LoopExercise(new Meter(_ -> peer.readOrLoad("miss:" + Ids.of(next.incrementAndGet()),
                _ -> loaded), 1));
    }

    private Exercise batch(BatchReads peer) {
        String[] ids = Ids.first(Math.min(volume.keys(), BATCH_KEYS));
        new Filling(ids.length, Ids::of).into(peer::storeForBatch);
        Batches batches = new Batches(ids);
        return new LoopExercise(new Meter(_ -> batches.readNext(peer), 1));
    }
}
