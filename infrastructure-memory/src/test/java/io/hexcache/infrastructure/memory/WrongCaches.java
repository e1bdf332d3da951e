package io.hexcache.infrastructure.memory;

import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.port.LocalCache;
import io.hexcache.domain.port.LocalUsage;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** L1 caches with one mistake each. */
final class WrongCaches {

    private WrongCaches() {}

    static <V> LocalCache<V> right(LocalLimits limits) {
        return new CaffeineLocalCaches().create(limits);
    }

    static <V> LocalCache<V> thatAsksOutsideOfTheAtomicStep(LocalLimits limits) {
        return new DelegatingCache<>(WrongCaches.<V>right(limits)) {
            @Override
            public boolean putIf(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
                return condition.getAsBoolean() && right.putIf(identifier, entry, () -> true);
            }

            @Override
            public boolean putOrRemove(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
                boolean held = condition.getAsBoolean();
                return right.putOrRemove(identifier, entry, () -> held);
            }
        };
    }

    /** As an iteration over the map does, which does not see what is just being stored. */
    static <V> LocalCache<V> thatRemovesWithoutWaiting(LocalLimits limits) {
        Set<String> identifiers = ConcurrentHashMap.newKeySet();
        return new DelegatingCache<>(WrongCaches.<V>right(limits)) {
            @Override
            public boolean putIf(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
                identifiers.add(identifier);
                return right.putIf(identifier, entry, condition);
            }

            @Override
            public boolean putOrRemove(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
                identifiers.add(identifier);
                return right.putOrRemove(identifier, entry, condition);
            }

            @Override
            public void removeIf(Predicate<LocalEntry<V>> matches) {
                for (String identifier : identifiers) {
                    if (right.get(identifier).filter(matches).isPresent()) {
                        right.remove(identifier);
                    }
                }
            }
        };
    }

    static <V> LocalCache<V> thatIgnoresTheCondition(LocalLimits limits) {
        return new DelegatingCache<>(WrongCaches.<V>right(limits)) {
            @Override
            public boolean putIf(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
                right.putIf(identifier, entry, () -> true);
                return condition.getAsBoolean();
            }
        };
    }

    static <V> LocalCache<V> thatKeepsWhatItShouldRemove(LocalLimits limits) {
        return new DelegatingCache<>(WrongCaches.<V>right(limits)) {
            @Override
            public boolean putOrRemove(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
                return right.putIf(identifier, entry, condition);
            }
        };
    }

    static <V> LocalCache<V> thatRemovesInASecondStep(LocalLimits limits) {
        Semaphore stores = new Semaphore(0);
        return new DelegatingCache<>(WrongCaches.<V>right(limits)) {
            @Override
            public boolean putIf(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
                boolean held = right.putIf(identifier, entry, condition);
                stores.release();
                return held;
            }

            @Override
            public boolean putOrRemove(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
                stores.drainPermits();
                boolean held = right.putIf(identifier, entry, condition);
                if (!held) {
                    Gap.awaitPermit(stores, 100);
                    right.remove(identifier);
                }
                return held;
            }
        };
    }

    static <V> LocalCache<V> thatHasNoBounds(LocalLimits limits) {
        return new DelegatingCache<>(right(new LocalLimits(1 << 20, 1L << 40, 1 << 20, limits.ttl())));
    }

    static <V> LocalCache<V> thatCountsNoEvictions(LocalLimits limits) {
        return new DelegatingCache<>(WrongCaches.<V>right(limits)) {
            @Override
            public LocalUsage usage() {
                LocalUsage usage = right.usage();
                return new LocalUsage(usage.entries(), usage.bytes(), 0);
            }
        };
    }

    /** Bounded in bytes alone: many small copies are more than the entries that are allowed. */
    static <V> LocalCache<V> thatWeighsBytesOnly(LocalLimits limits) {
        return right(new LocalLimits(limits.maxBytes(), limits.maxBytes(), limits.maxItemBytes(), limits.ttl()));
    }
}
