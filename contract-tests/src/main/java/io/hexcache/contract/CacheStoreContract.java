package io.hexcache.contract;

import io.hexcache.domain.port.CacheStore;
import org.junit.jupiter.api.BeforeEach;

/**
 * The contract of {@link CacheStore}: entries, conditions, lives, leases, writes, removals, surveys, races, failures.
 * An adapter extends this class in its tests and says how its stores are made, and how time passes for them.
 */
public abstract class CacheStoreContract
        implements StoreEntryTests, StoreConditionTests, StoreLifeTests, StoreLeaseTests, StoreRefreshTests,
        StoreGuardTests, StoreWriteTests, StoreRemovalTests, StorePatternTests, StoreSurveyTests, StoreRaceTests,
        StoreWriteRaceTests, StoreFailureTests {

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
