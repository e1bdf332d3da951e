package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.invalidation.Region;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.tier.MultiLevelCacheService;

/**
 * What a node forgets of a namespace when something changes: copies in L1 first, then the loads that others could
 * join.
 */
record CacheRegion<V>(MultiLevelCacheService<V> tiers, Flights<Lookup<V>> flights) implements Region {

    @Override
    public void forget(KeySelection selection) {
        tiers.forgetLocal(selection);
        detach(selection);
    }

    @Override
    public void detach(KeySelection selection) {
        switch (selection) {
            case KeySelection.Keys(var keys) -> keys.forEach(flights::detach);
            case KeySelection.ByName byName -> flights.detach(byName::selects);
            // Which tags a value will have is known only when it is loaded.
            case KeySelection.Stamped _ -> flights.detach(any -> true);
        }
    }

    @Override
    public void forgetAll() {
        tiers.forgetAllLocal();
        flights.detach(any -> true);
    }
}
