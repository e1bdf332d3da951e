package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Inspection;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.port.Survey;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import io.hexcache.domain.time.Ticker;
import io.hexcache.infrastructure.memory.MemoryGuards.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A store in the memory of this process. Every change of a key is made within a step of the key's guard, which makes
 * entry and guard one.
 */
final class MemoryCacheStore implements CacheStore {

    private final Ticker ticker;
    private final MemoryEntries entries;
    private final MemoryGuards guards;

    MemoryCacheStore(Ticker ticker, MemoryEntries entries, MemoryGuards guards) {
        this.ticker = ticker;
        this.entries = entries;
        this.guards = guards;
    }

    @Override
    public Optional<StoredEntry> get(CacheKey key) {
        return entries.answer(key);
    }

    @Override
    public Fetched fetch(Fetch fetch) {
        Optional<StoredEntry> found = fetch.dead().isPresent() ? Optional.empty() : get(fetch.key());
        if (isEnough(found, fetch)) {
            return new Fetched.Found(found.get());
        }
        return guards.alone(fetch.key(), hold -> {
            fetch.dead().ifPresent(dead -> entries.removeNamed(fetch.key(), dead));
            Optional<StoredEntry> stored = get(fetch.key());
            if (isEnough(stored, fetch)) {
                return new Step<>(new Fetched.Found(stored.get()), hold);
            }
            return hold.isFree()
                    ? new Step<>(new Fetched.Leased(stored), Hold.readBy(fetch.token(), ticker.read()))
                    : new Step<>(new Fetched.Held(hold.kind(), stored), hold);
        });
    }

    private static boolean isEnough(Optional<StoredEntry> stored, Fetch fetch) {
        return stored.isPresent() && stored.get().remainingLife().compareTo(fetch.leaseBelow()) > 0;
    }

    @Override
    public void begin(Set<CacheKey> keys, Token token) {
        for (CacheKey key : keys) {
            guards.alone(key, hold -> {
                long now = ticker.read();
                return new Step<>(entries.change(key, stored -> stored.capped(now)), hold.begun(token, now));
            });
        }
    }

    @Override
    public boolean fill(Write write) {
        return guards.alone(write.key(), hold -> {
            boolean allowed = hold.isLeaseOf(write.token());
            if (allowed) {
                entries.store(write);
            }
            return new Step<>(allowed, allowed ? Hold.free() : hold);
        });
    }

    @Override
    public boolean put(Write write) {
        return guards.alone(write.key(), hold -> {
            boolean allowed = hold.isWriteOf(write.token());
            if (allowed) {
                entries.store(write);
            } else {
                entries.remove(write.key());
            }
            return new Step<>(allowed, hold.ended(write.token(), ticker.read()));
        });
    }

    @Override
    public void abandon(Set<CacheKey> keys, Token token) {
        for (CacheKey key : keys) {
            guards.alone(key, hold -> new Step<>(entries.remove(key), hold.ended(token, ticker.read())));
        }
    }

    @Override
    public void release(CacheKey key, Token token) {
        guards.alone(key, hold -> new Step<>(key, hold.isLeaseOf(token) ? Hold.free() : hold));
    }

    @Override
    public boolean set(Write write, SetCondition condition) {
        return guards.alone(write.key(), hold -> {
            boolean met = isMet(condition, write, entries.live(write.key()));
            if (met) {
                entries.store(write);
            }
            return new Step<>(met, met ? Hold.free() : hold);
        });
    }

    private static boolean isMet(SetCondition condition, Write write, Optional<StoredBytes> stored) {
        return switch (condition) {
            case SetCondition.Always _ -> true;
            case SetCondition.IfAbsent _ -> stored.isEmpty();
            case SetCondition.IfPresent _ -> stored.isPresent();
            case SetCondition.IfUnchanged(Token entry) -> stored.filter(found -> found.isNamed(entry)).isPresent();
            case SetCondition.IfNewer _ -> stored.filter(found -> found.version() >= write.version()).isEmpty();
        };
    }

    @Override
    public Optional<Duration> expire(CacheKey key, Duration life) {
        return guards.alone(key, hold -> {
            long now = ticker.read();
            Optional<StoredBytes> left = entries.change(key, stored -> stored.living(life, now));
            return new Step<>(left.map(stored -> stored.remaining(now)), hold);
        });
    }

    @Override
    public long remove(Set<CacheKey> keys) {
        long removed = 0;
        for (CacheKey key : keys) {
            removed += guards.alone(key, hold -> new Step<>(entries.remove(key), hold.removed(ticker.read())));
        }
        return removed;
    }

    /** Nothing that was under way when the first pass went by can store behind the second. */
    @Override
    public long removeAll(KeySelection.ByName selection) {
        for (CacheKey key : guards.keys()) {
            if (selection.selects(key)) {
                guards.alone(key, hold -> new Step<>(key, hold.removed(ticker.read())));
            }
        }
        long removed = 0;
        for (CacheKey key : entries.keys()) {
            if (selection.selects(key)) {
                removed += guards.alone(key, hold -> new Step<>(entries.remove(key), hold));
            }
        }
        return removed;
    }

    @Override
    public Survey survey(KeySelection.ByName selection, int samples) {
        List<CacheKey> sample = new ArrayList<>();
        long count = 0;
        for (CacheKey key : entries.keys()) {
            if (selection.selects(key) && get(key).isPresent()) {
                count++;
                if (sample.size() < samples) {
                    sample.add(key);
                }
            }
        }
        return new Survey(count, sample);
    }

    @Override
    public Inspection inspect(CacheKey key) {
        return guards.alone(key, hold -> new Step<>(new Inspection(get(key), hold.kind()), hold));
    }

    @Override
    public void watch(Runnable onReplaced) {
        // The memory of this process is never replaced by another one.
    }

    @Override
    public void ping() {
        // The memory of this process is there as long as the process is.
    }
}
