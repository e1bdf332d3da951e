package io.hexcache.contract;

import io.hexcache.domain.port.CacheStore;
import org.junit.jupiter.api.BeforeEach;

/**
 * The contract of {@link CacheStore}: entries, leases, removals, races, failures. An adapter extends this class in its
 * tests and says how its stores are made, and how time passes for them.
 */
public abstract class CacheStoreContract
        implements StoreEntryTests, StoreLeaseTests, StoreRemovalTests, StoreRaceTests, StoreFailureTests {

    private CacheStore store;

    @BeforeEach
    final void openStore() {
        store = emptyStore();
    }

    @Override
    public final CacheStore store() {
        return store;
    }
}
