package io.hexcache.simulation.race;

import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import io.hexcache.infrastructure.memory.MemorySettings;
import io.hexcache.simulation.schedule.Scheduler;
import io.hexcache.simulation.world.SimulatedStore;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What all nodes of a race share of L2.
 *
 * @param generation changes when another store takes the place of this one
 * @param goBack puts the store as it was at the last call of {@code keep} in the place of this one
 */
record Backing(CacheStore store, TagIndex index, StampRegister register, LongSupplier generation, Runnable keep,
        Runnable goBack) {

    static Backing inMemory(Scheduler scheduler) {
        MemoryAdapters memory = new MemoryAdapters(scheduler::now, scheduler.outside().dates(), MemorySettings.DEFAULT);
        Runnable never = () -> {
            throw new IllegalStateException("the store in memory has no older copy");
        };
        return new Backing(memory.store(), memory.tagIndex(), memory.stampRegister(), () -> 0, never, never);
    }

    static Backing simulated(Scheduler scheduler) {
        SimulatedStore store = new SimulatedStore(scheduler::now);
        Runnable[] older = {() -> {}};
        return new Backing(store, store, store, store::generation, () -> {
            var image = store.snapshot();
            older[0] = () -> store.replaceBy(image, Duration.ZERO);
        }, () -> older[0].run());
    }
}
