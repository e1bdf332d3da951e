package io.hexcache.application.management;

import io.hexcache.domain.counter.Counters;
import io.hexcache.domain.existence.ExistenceFilters;
import io.hexcache.domain.scheduling.ScheduledInvalidations;
import io.hexcache.domain.warming.CacheWarmingService;
import io.hexcache.domain.writebehind.WriteBehindService;
import java.util.Optional;

/**
 * What an operator can use beside the caches.
 *
 * @param counters empty where the store of this node keeps none
 * @param writeBehind empty where this node has no journal
 */
public record ManagedServices(Optional<Counters> counters, CacheWarmingService warming,
        ScheduledInvalidations scheduled, ExistenceFilters filters, Optional<WriteBehindService> writeBehind) {}
