package io.hexcache.simulation.world;

import io.hexcache.contract.CacheStoreContract;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.simulation.port.Call;
import io.hexcache.simulation.port.Passage;
import io.hexcache.simulation.port.PassingStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The store of the simulation is a store. Its calls come one at a time there; here a lock sees to that. */
class SimulatedStoreTest extends CacheStoreContract {

    private final AtomicLong now = new AtomicLong();

    @Override
    public CacheStore emptyStore() {
        return new PassingStore(new SimulatedStore(now::get), new OneAtATime());
    }

    @Override
    public Optional<CacheStore> unreachableStore() {
        return Optional.empty();
    }

    @Override
    public void letPass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static final class OneAtATime implements Passage {

        @Override
        public synchronized <T> T pass(Call call, Supplier<T> action) {
            return action.get();
        }
    }
}
