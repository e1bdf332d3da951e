package io.hexcache.infrastructure.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import io.hexcache.domain.time.Ticker;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The entries of a store in memory, bounded by weight. Caffeine may drop any of them at any time, which is harmless,
 * for who lacks an entry loads it again.
 */
final class MemoryEntries {

    private final Ticker ticker;
    private final Cache<CacheKey, StoredBytes> entries;

    MemoryEntries(Ticker ticker, long maxBytes) {
        this.ticker = ticker;
        this.entries = Caffeine.newBuilder().ticker(ticker::read).executor(Runnable::run).maximumWeight(maxBytes)
                .<CacheKey, StoredBytes>weigher((key, stored) -> stored.weight())
                .expireAfter(Expiry.writing((CacheKey key, StoredBytes stored) -> stored.remaining(ticker.read())))
                .build();
    }

    Optional<StoredBytes> live(CacheKey key) {
        return Optional.ofNullable(entries.getIfPresent(key)).filter(stored -> stored.isLive(ticker.read()));
    }

    Optional<StoredEntry> answer(CacheKey key) {
        StoredBytes stored = entries.getIfPresent(key);
        long now = ticker.read();
        return stored != null && stored.isLive(now) ? Optional.of(stored.answer(now)) : Optional.empty();
    }

    void store(Write write) {
        entries.put(write.key(), StoredBytes.of(write, ticker.read()));
    }

    /** Puts what is made of the live entry in its place, and answers it. */
    Optional<StoredBytes> change(CacheKey key, UnaryOperator<StoredBytes> change) {
        Optional<StoredBytes> changed = live(key).map(change);
        changed.ifPresent(stored -> entries.put(key, stored));
        return changed;
    }

    /** One if there was a live entry to be removed, else zero. */
    long remove(CacheKey key) {
        StoredBytes stored = entries.asMap().remove(key);
        return stored != null && stored.isLive(ticker.read()) ? 1 : 0;
    }

    void removeNamed(CacheKey key, Token name) {
        if (live(key).filter(stored -> stored.isNamed(name)).isPresent()) {
            remove(key);
        }
    }

    /** The keys of the entries, while others come and go. */
    Iterable<CacheKey> keys() {
        return entries.asMap().keySet();
    }
}
