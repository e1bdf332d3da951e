package io.hexcache.domain.tier;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.hotkey.HotKeyDetector;
import io.hexcache.domain.hotkey.HotKeySettings;
import io.hexcache.domain.invalidation.LocalTrust;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.port.LocalCache;
import io.hexcache.domain.port.LocalEntry;
import io.hexcache.domain.port.LocalUsage;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** L1 of one namespace: serves copies that are alive and trusted, and takes only those whose ticket holds. */
final class LocalTier<V> {

    /** From this share of the byte bound on, only hot keys are promoted. */
    private static final double PROMOTE_ALL_BELOW = 0.9;

    /** How often the copies that have died are cleared away at most, when their places are wanted. */
    private static final long SWEEP_NANOS = Duration.ofSeconds(1).toNanos();

    private final Namespace namespace;
    private final LocalCache<V> cache;
    private final LocalLimits limits;
    private final LocalTrust trust;
    private final Ticker ticker;
    private final HotKeyDetector hotKeys;
    private final Tickets tickets = new Tickets();
    private final AtomicLong lastSweep;

    LocalTier(Namespace namespace, LocalCache<V> cache, LocalLimits limits, LocalTrust trust, Ticker ticker) {
        this.namespace = namespace;
        this.cache = cache;
        this.limits = limits;
        this.trust = trust;
        this.ticker = ticker;
        this.hotKeys = new HotKeyDetector(HotKeySettings.forEntries(limits.maxEntries()), ticker);
        this.lastSweep = new AtomicLong(ticker.read() - SWEEP_NANOS);
    }

    /** The copy, if there is one that may be served. Takes no lock and reads the clock once. */
    Optional<Lookup<V>> find(String identifier) {
        if (!trust.isTrusted()) {
            return Optional.empty();
        }
        Optional<LocalEntry<V>> copy = cache.get(identifier);
        if (copy.isEmpty() || !isAlive(copy.get())) {
            return Optional.empty();
        }
        return Optional.of(copy.get().lookup());
    }

    private boolean isAlive(LocalEntry<V> copy) {
        return copy.epoch() == tickets.epoch() && copy.deadline() - ticker.read() > 0;
    }

    /** To be taken before anything is read that {@link #store} shall keep. */
    Ticket ticket(String identifier) {
        return tickets.take(identifier);
    }

    /**
     * Stores a copy of what L2 holds, unless something has changed since the ticket was taken.
     *
     * @param askedAt reading of the ticker before L2 was asked
     * @param remaining what L2 said is left of the ttl
     */
    void store(Ticket ticket, CacheEntry<V> entry, long askedAt, Duration remaining) {
        if (limits.maxEntries() == 0 || entry.size() > limits.maxItemBytes() || !isWorthAPlace(entry.key())) {
            return;
        }
        Duration life = remaining.compareTo(limits.ttl()) < 0 ? remaining : limits.ttl();
        LocalEntry<V> copy = new LocalEntry<>(entry.key(), entry.asFoundIn(Tier.L1), entry.tags(), entry.size(),
                askedAt + life.toNanos(), ticket.epoch());
        cache.putIf(ticket.identifier(), copy, () -> tickets.holds(ticket));
    }

    private boolean isWorthAPlace(CacheKey key) {
        boolean hot = hotKeys.countAndTest(key.identifier());
        return hot || hasRoom() || (sweep() && hasRoom());
    }

    private boolean hasRoom() {
        return cache.usage().bytes() < PROMOTE_ALL_BELOW * limits.maxBytes();
    }

    /**
     * Clears away the copies that have died, which nobody asks for any more and which would hold their places for
     * ever.
     */
    private boolean sweep() {
        long last = lastSweep.get();
        long now = ticker.read();
        if (now - last < SWEEP_NANOS || !lastSweep.compareAndSet(last, now)) {
            return false;
        }
        cache.removeIf(copy -> !isAlive(copy));
        return true;
    }

    /** Drops what is selected, and what is being loaded of it: counts first, removes second. */
    void forget(KeySelection selection) {
        switch (selection) {
            case KeySelection.Keys(var keys) -> {
                for (CacheKey key : keys) {
                    if (key.namespace().equals(namespace)) {
                        tickets.changed(key.identifier());
                        cache.remove(key.identifier());
                    }
                }
            }
            case KeySelection.ByName _, KeySelection.Tagged _ -> {
                tickets.anyChanged();
                cache.removeIf(copy -> selection.selects(copy.key(), copy.tags()));
            }
        }
    }

    /** Drops everything, and everything that is being loaded. */
    void forgetAll() {
        tickets.newEpoch();
        cache.removeIf(copy -> true);
    }

    LocalUsage usage() {
        return cache.usage();
    }
}
