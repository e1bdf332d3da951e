package io.hexcache.domain.tier;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.hotkey.HotRefresh;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.AdmissionMode;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.domain.policy.TtlPolicy;
import io.hexcache.domain.port.LocalUsage;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What of a namespace L1 takes, and for how long, as its policy says. */
final class Admission {

    /** From this share of the byte bound on, only hot keys are promoted. */
    private static final double PROMOTE_ALL_BELOW = 0.9;

    /** How often L1 is swept at most when places are wanted. */
    private static final long SWEEP_NANOS = Duration.ofSeconds(1).toNanos();

    private final Namespace namespace;
    private final Supplier<NamespacePolicy> policy;
    private final KeyUses uses;
    private final Ticker ticker;
    private final AtomicLong lastSweep;

    Admission(Namespace namespace, Supplier<NamespacePolicy> policy, KeyUses uses, Ticker ticker) {
        this.namespace = namespace;
        this.policy = policy;
        this.uses = uses;
        this.ticker = ticker;
        this.lastSweep = new AtomicLong(ticker.read() - SWEEP_NANOS);
    }

    Namespace namespace() {
        return namespace;
    }

    KeyUses uses() {
        return uses;
    }

    LocalLimits limits() {
        return policy.get().local();
    }

    Duration maxStale() {
        return policy.get().freshness().maxStale();
    }

    boolean isSliding() {
        return policy.get().ttls().sliding();
    }

    /** Whether the entry gets a place; sweeps first if that may make room. */
    boolean admits(CacheEntry<?> entry, Supplier<LocalUsage> usage, Runnable sweep) {
        LocalLimits limits = limits();
        if (limits.maxEntries() == 0 || entry.size() > limits.maxItemBytes()) {
            return false;
        }
        boolean hot = uses.read(entry.key().identifier());
        if (limits.admission() == AdmissionMode.POPULAR) {
            return hot;
        }
        return hot || hasRoom(limits, usage.get()) || (sweeps(sweep) && hasRoom(limits, usage.get()));
    }

    private static boolean hasRoom(LocalLimits limits, LocalUsage usage) {
        return usage.bytes() < PROMOTE_ALL_BELOW * limits.maxBytes();
    }

    private boolean sweeps(Runnable sweep) {
        long last = lastSweep.get();
        long now = ticker.read();
        if (now - last < SWEEP_NANOS || !lastSweep.compareAndSet(last, now)) {
            return false;
        }
        sweep.run();
        return true;
    }

    /**
     * When things happen to a copy. It never outlives what L2 said, counted from before L2 was asked.
     *
     * @param begun reading before anything was read
     * @param askedAt reading before L2 was asked
     * @param life what was left of the entry's life in L2
     */
    LocalEntry.Times times(long begun, CacheEntry<?> entry, long askedAt, Duration life) {
        NamespacePolicy rules = policy.get();
        long stale = entry.provenance().staleFor().toNanos();
        long expiry = askedAt + life.toNanos() - stale;
        long localEnd = askedAt + rules.local().ttl().toNanos();
        long fresh = earlier(expiry, localEnd);
        long ttl = entry.ttl().toNanos();
        long refresh = switch (rules.freshness().refresh()) {
            case RefreshMode.None _, RefreshMode.WhileRevalidate _ -> fresh;
            case RefreshMode.Ahead(double share) -> expiry - (long) (ttl * share);
            case RefreshMode.Probabilistic _ -> askedAt;
        };
        long touch = rules.ttls().sliding() ? askedAt + (long) (ttl * TtlPolicy.TOUCH_AFTER) : fresh;
        long early = expiry - HotRefresh.window(entry.key(), rules.freshness().refresh(), ttl);
        return new LocalEntry.Times(begun, earlier(earlier(refresh, touch), earlier(early, fresh)), fresh, expiry,
                fresh + stale);
    }

    private static long earlier(long one, long other) {
        return one - other < 0 ? one : other;
    }
}
