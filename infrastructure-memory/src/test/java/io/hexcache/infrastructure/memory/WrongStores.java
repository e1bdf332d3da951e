package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.port.Survey;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Stores with one mistake each, as an author of adapters makes; {@link WrongGuards} has those about the guard. */
final class WrongStores {

    private WrongStores() {}

    static CacheStore right(Ticker ticker) {
        return new MemoryAdapters(ticker, InstantSource.system(), MemorySettings.DEFAULT).store();
    }

    static CacheStore thatDropsTheLife(Ticker ticker) {
        return new DelegatingStore(right(ticker)) {
            @Override
            public boolean fill(Write write) {
                return right.fill(forEver(write));
            }

            @Override
            public boolean put(Write write) {
                return right.put(forEver(write));
            }

            @Override
            public boolean set(Write write, SetCondition condition) {
                return right.set(forEver(write), condition);
            }

            private Write forEver(Write write) {
                return new Write(write.key(), write.token(), write.bytes(), Duration.ofDays(3_650), write.version());
            }
        };
    }

    static CacheStore thatIgnoresExpire(Ticker ticker) {
        return new DelegatingStore(right(ticker)) {
            @Override
            public Optional<Duration> expire(CacheKey key, Duration life) {
                return right.get(key).map(stored -> life);
            }
        };
    }

    static CacheStore thatSetsWhateverTheCondition(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            boolean isMet(SetCondition condition, Write write, Optional<StoredBytes> stored) {
                return true;
            }
        };
    }

    static CacheStore thatForgetsVersionsOfValues(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            boolean isMet(SetCondition condition, Write write, Optional<StoredBytes> stored) {
                return condition instanceof SetCondition.IfNewer || super.isMet(condition, write, stored);
            }
        };
    }

    static CacheStore thatRemovesWhateverIsSaidToBeDead(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            boolean isDead(StoredBytes stored, Optional<Token> dead) {
                return dead.isPresent();
            }
        };
    }

    static CacheStore thatAnswersBatchesBackwards(Ticker ticker) {
        return new DelegatingStore(right(ticker)) {
            @Override
            public List<Fetched> fetchAll(List<Fetch> fetches) {
                return right.fetchAll(fetches).reversed();
            }

            @Override
            public List<Boolean> fillAll(List<Write> writes) {
                return writes.stream().map(this::fill).distinct().toList();
            }

            @Override
            public List<Boolean> putAll(List<Write> writes) {
                return writes.stream().map(this::put).sorted().toList();
            }
        };
    }

    static CacheStore thatRemovesWhatItSurveys(Ticker ticker) {
        return new DelegatingStore(right(ticker)) {
            @Override
            public Survey survey(KeySelection.ByName selection, int samples) {
                Survey survey = right.survey(selection, samples);
                right.removeAll(selection);
                return survey;
            }
        };
    }

    static CacheStore thatSurveysOnlyItsSample(Ticker ticker) {
        return new DelegatingStore(right(ticker)) {
            @Override
            public Survey survey(KeySelection.ByName selection, int samples) {
                List<CacheKey> sample = right.survey(selection, samples).sample();
                return new Survey(sample.size(), sample);
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

    static CacheStore thatForgetsTheVersionOfTheKey(Ticker ticker) {
        return new DelegatingStore(right(ticker)) {
            @Override
            public Optional<StoredEntry> get(CacheKey key) {
                return right.get(unversioned(key));
            }

            @Override
            public boolean set(Write write, SetCondition condition) {
                return right.set(new Write(unversioned(write.key()), write.token(), write.bytes(), write.life(),
                        write.version()), condition);
            }

            private CacheKey unversioned(CacheKey key) {
                return new CacheKey(key.namespace(), key.identifier(), 0);
            }
        };
    }

    static CacheStore thatMatchesGlobsWithRegex(Ticker ticker) {
        Set<CacheKey> known = ConcurrentHashMap.newKeySet();
        return new DelegatingStore(right(ticker)) {
            @Override
            public boolean set(Write write, SetCondition condition) {
                known.add(write.key());
                return right.set(write, condition);
            }

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

    static CacheStore thatWritesInPieces(Ticker ticker) {
        Gap gap = new Gap();
        return new DelegatingStore(right(ticker)) {
            @Override
            public boolean set(Write write, SetCondition condition) {
                byte[] bytes = write.bytes();
                byte[] pieces = new byte[bytes.length];
                boolean stored = right.set(
                        new Write(write.key(), write.token(), pieces, write.life(), write.version()), condition);
                int half = bytes.length / 2;
                System.arraycopy(bytes, 0, pieces, 0, half);
                gap.open();
                System.arraycopy(bytes, half, pieces, half, bytes.length - half);
                return stored;
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
            public Fetched fetch(Fetch fetch) {
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
}
