package io.hexcache.bootstrap.node;

import dagger.Module;
import dagger.Provides;
import io.hexcache.application.management.CacheManagementService;
import io.hexcache.application.management.CacheManagementUseCase;
import io.hexcache.application.management.HealthCheck;
import io.hexcache.domain.Caches;
import io.hexcache.domain.invalidation.DeferredInvalidations;
import io.hexcache.domain.invalidation.LocalTrust;
import io.hexcache.example.catalog.CatalogFeature;
import java.util.List;

/** What the operator's port sees of the node. */
@Module
final class HealthModule {

    private HealthModule() {}

    @Provides
    static List<HealthCheck> checks(SecondTier second, LocalTrust trust, DeferredInvalidations deferred,
            CatalogFeature catalog) {
        return List.of(new LocalTierHealth(trust), new SecondTierHealth(second, deferred),
                new BusHealth(second.busName(),
                        trust),
                catalog.databaseHealth());
    }

    @Provides
    static CacheManagementUseCase management(Caches caches, List<HealthCheck> checks) {
        return new CacheManagementService(caches, checks);
    }
}
