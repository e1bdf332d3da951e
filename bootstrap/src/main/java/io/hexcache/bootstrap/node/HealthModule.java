package io.hexcache.bootstrap.node;

import dagger.Module;
import dagger.Provides;
import io.hexcache.application.management.CacheManagementService;
import io.hexcache.application.management.CacheManagementUseCase;
import io.hexcache.application.management.HealthCheck;
import io.hexcache.application.management.ManagedServices;
import io.hexcache.domain.CacheNode;
import io.hexcache.domain.Caches;
import io.hexcache.domain.policy.Policies;
import io.hexcache.domain.time.Ticker;
import io.hexcache.example.catalog.CatalogFeature;
import java.util.ArrayList;
import java.util.List;

/** What the operator's port sees of the node. */
@Module
final class HealthModule {

    private HealthModule() {}

    @Provides
    static List<HealthCheck> checks(SecondTier second, CacheNode node, CatalogFeature catalog, Ticker ticker,
            JournalPlace place) {
        List<HealthCheck> checks = new ArrayList<>(List.of(new LocalTierHealth(node), new SecondTierHealth(second, node,
                ticker), new BusHealth(second.busName(), node), new DeferredHealth(node)));
        second.breakers().ifPresent(breakers -> checks.add(new BreakerHealth(breakers)));
        checks.add(catalog.databaseHealth());
        checks.add(new JournalHealth(node.writeBehind().orElseThrow(), place.kind()));
        return List.copyOf(checks);
    }

    @Provides
    static CacheManagementUseCase management(Caches caches, List<HealthCheck> checks, Policies policies,
            Ticker ticker, ManagedServices services) {
        return new CacheManagementService(caches, checks, policies, ticker, services);
    }
}
