package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.LeaseToken;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Stores with one mistake each, such as an adapter's author makes. */
final class WrongStores {

    private WrongStores() {}

    static CacheStore right(Ticker ticker) {
        return new MemoryAdapters(ticker, MemorySettings.DEFAULT).store();
    }

    static CacheStore thatDropsTheTtl(Ticker ticker) {
        return new DelegatingStore(right(ticker)) {
            @Override
            public boolean fill(CacheKey key, LeaseToken token, byte[] bytes, Duration ttl) {
                return right.fill(key, token, bytes, Duration.ofDays(3_650));
            }

            @Override
            public void set(CacheKey key, byte[] bytes, Duration ttl) {
                right.set(key, bytes, Duration.ofDays(3_650));
            }
        };
    }

    static CacheStore thatDoesNotCompareTheToken(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            boolean mayFill(Lease lease, LeaseToken token) {
                return isLive(lease);
            }
        };
    }

    static CacheStore thatLeavesTheLeaseToWhoMayNoLongerFill(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            void voidLease(CacheKey key) {
                // Forgotten.
            }
        };
    }

    static CacheStore whoseLeasesNeverExpire(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            boolean isLive(Lease lease) {
                return true;
            }
        };
    }

    static CacheStore thatCountsWhatItWasAsked(Ticker ticker) {
        return new DelegatingStore(right(ticker)) {
            @Override
            public long remove(Set<CacheKey> keys) {
                right.remove(keys);
                return keys.size();
            }
        };
    }

    static CacheStore thatForgetsTheVersion(Ticker ticker) {
        return new DelegatingStore(right(ticker)) {
            @Override
            public Optional<StoredEntry> get(CacheKey key) {
                return right.get(unversioned(key));
            }

            @Override
            public void set(CacheKey key, byte[] bytes, Duration ttl) {
                right.set(unversioned(key), bytes, ttl);
            }

            private CacheKey unversioned(CacheKey key) {
                return new CacheKey(key.namespace(), key.identifier(), 0);
            }
        };
    }

    static CacheStore thatMatchesGlobsWithRegex(Ticker ticker) {
        return new KeyKnowingStore(right(ticker)) {
            @Override
            public long removeAll(KeySelection.ByName selection) {
                if (!(selection instanceof KeySelection.Matching(var pattern))) {
                    return right.removeAll(selection);
                }
                Pattern regex = Pattern
                        .compile(pattern.text().replace("*", ".*").replace("?", ".").replace("[]", "[\\]"));
                return right.remove(known.stream().filter(key -> regex.matcher(key.qualifiedIdentifier()).matches())
                        .collect(Collectors.toSet()));
            }
        };
    }

    static CacheStore thatScansEntriesBeforeLeases(Ticker ticker) {
        Semaphore fills = new Semaphore(0);
        return new KeyKnowingStore(right(ticker)) {
            @Override
            public boolean fill(CacheKey key, LeaseToken token, byte[] bytes, Duration ttl) {
                boolean filled = right.fill(key, token, bytes, ttl);
                fills.release();
                return filled;
            }

            @Override
            public long removeAll(KeySelection.ByName selection) {
                fills.drainPermits();
                Set<CacheKey> selected = known.stream().filter(selection::selects).collect(Collectors.toSet());
                Set<CacheKey> stored = selected.stream().filter(key -> get(key).isPresent())
                        .collect(Collectors.toSet());
                long removed = right.remove(stored);
                awaitFill(fills);
                selected.stream().filter(key -> get(key).isEmpty()).forEach(key -> right.remove(Set.of(key)));
                return removed;
            }
        };
    }

    private static void awaitFill(Semaphore fills) {
        try {
            if (!fills.tryAcquire(2, TimeUnit.MILLISECONDS)) {
                // Nobody fills.
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static CacheStore thatWritesInPieces(Ticker ticker) {
        return new DelegatingStore(right(ticker)) {
            @Override
            public void set(CacheKey key, byte[] bytes, Duration ttl) {
                byte[] pieces = new byte[bytes.length];
                right.set(key, pieces, ttl);
                for (int i = 0; i < bytes.length; i++) {
                    pieces[i] = bytes[i];
                    Thread.onSpinWait();
                }
            }
        };
    }

    static CacheStore thatAnswersNullWhenItIsAway() {
        return new DelegatingStore(new AwayStore()) {
            @Override
            public Optional<StoredEntry> get(CacheKey key) {
                return null;
            }

            @Override
            public Fetched fetch(CacheKey key, LeaseToken token) {
                return null;
            }
        };
    }

    static CacheStore thatAnswersEmptyWhenItIsAway() {
        return new DelegatingStore(new AwayStore()) {
            @Override
            public Optional<StoredEntry> get(CacheKey key) {
                return Optional.empty();
            }
        };
    }

    /** Remembers the keys of all entries and leases. */
    private static class KeyKnowingStore extends DelegatingStore {

        final Set<CacheKey> known = ConcurrentHashMap.newKeySet();

        KeyKnowingStore(CacheStore right) {
            super(right);
        }

        @Override
        public Fetched fetch(CacheKey key, LeaseToken token) {
            known.add(key);
            return right.fetch(key, token);
        }

        @Override
        public void set(CacheKey key, byte[] bytes, Duration ttl) {
            known.add(key);
            right.set(key, bytes, ttl);
        }
    }
}
