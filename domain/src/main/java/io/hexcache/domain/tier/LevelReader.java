package io.hexcache.domain.tier;

import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.scope.LoadScope;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.statistics.NamespaceStatistics;
import io.hexcache.domain.tier.RemoteAnswer.Remaining;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.Optional;

/**
 * What both levels of one namespace answer a reader whom L1 could not serve: what L2 holds is judged and promoted under
 * the ticket that was taken before L2 was asked.
 */
final class LevelReader<V> {

    private final LocalTier<V> local;
    private final RemoteTier<V> remote;
    private final NodeState node;
    private final NamespaceStatistics statistics;
    private final BehindLevel<V> behind;

    LevelReader(LocalTier<V> local, RemoteTier<V> remote, NodeState node, NamespaceStatistics statistics,
            BehindLevel<V> behind) {
        this.local = local;
        this.remote = remote;
        this.node = node;
        this.statistics = statistics;
        this.behind = behind;
    }

    /** What L2 holds, fresh or else a miss; never loads, never takes a lease. */
    Lookup<V> findRemote(CacheKey key, Promotion promotion) {
        Optional<Lookup<V>> waiting = findWaiting(key);
        if (waiting.isPresent()) {
            return waiting.get();
        }
        Optional<Reading> before = before(key, promotion);
        return found(key, before, before.isPresent() ? remote.get(key) : new RemoteAnswer.Away<>());
    }

    /**
     * What was written on this node and waits for the source: newer than what L2 and the source hold, as far as this
     * node has made the changes.
     */
    Optional<Lookup<V>> findWaiting(CacheKey key) {
        long begun = node.ticker().read();
        return behind.find(key).map(entry -> {
            statistics.count(CacheEvent.L1_HIT);
            LoadScope.current().ifPresent(load -> load.read(entry, begun));
            return entry.asFoundIn(Tier.L1);
        });
    }

    Lookup<V> found(CacheKey key, Optional<Reading> before, RemoteAnswer<V> answer) {
        return freshOrKept(key, before, answer, local.maxStale()).orElseGet(() -> {
            statistics.count(CacheEvent.MISS);
            return new Lookup.Miss<>();
        });
    }

    /**
     * For a reader who would load: while this node hears of no changes and has a copy in L1 all the same, what L2
     * holds, or else, if L2 is away as well, that copy, marked stale.
     *
     * @param bound for how long changes may have gone unheard
     */
    Optional<Lookup<V>> findWhileAway(CacheKey key, Promotion promotion, Duration bound) {
        if (local.findKept(key.identifier(), bound).isEmpty()) {
            return Optional.empty();
        }
        Optional<Lookup<V>> waiting = findWaiting(key);
        if (waiting.isPresent()) {
            return waiting;
        }
        Optional<Reading> before = before(key, promotion);
        return freshOrKept(key, before, before.isPresent() ? remote.get(key) : new RemoteAnswer.Away<>(), bound);
    }

    Optional<Lookup<V>> freshOrKept(CacheKey key, Optional<Reading> before, RemoteAnswer<V> answer, Duration bound) {
        if (before.isPresent() && answer instanceof RemoteAnswer.Found<V>(Remaining<V> found) && found.isFresh()) {
            return Optional.of(promote(before.get(), found));
        }
        // Looked up again after L2 was asked: a change of this node meanwhile has removed it.
        Optional<Lookup<V>> kept = answer instanceof RemoteAnswer.Away<V> ? local.findKept(key.identifier(), bound)
                : Optional.empty();
        if (kept.isPresent()) {
            statistics.count(CacheEvent.STALE_SERVED);
            LoadScope.current().ifPresent(LoadScope::readStale);
        }
        return kept;
    }

    /**
     * What L2 holds, or the right to load.
     *
     * @param leaseBelow an entry that lives no longer than this is to be replaced
     */
    ReadAnswer<V> request(CacheKey key, Duration leaseBelow, Promotion promotion) {
        Optional<Lookup<V>> waiting = findWaiting(key);
        if (waiting.isPresent()) {
            return new ReadAnswer.Found<>(waiting.get());
        }
        Optional<Reading> before = before(key, promotion);
        return before.isEmpty() ? unstampedLoad(key)
                : answer(before.get(), key, leaseBelow, remote.fetch(key, leaseBelow));
    }

    ReadAnswer<V> answer(Reading before, CacheKey key, Duration leaseBelow, RemoteAnswer<V> answer) {
        return switch (answer) {
            case RemoteAnswer.Found<V>(Remaining<V> found) when found.isFresh() ->
                    new ReadAnswer.Found<>(promote(before, found));
            // Expired by a bound that was larger when it was stored.
            case RemoteAnswer.Found<V>(Remaining<V> found) -> request(key, later(found.life(), leaseBelow), before
                    .ticket().isVoided() ? Promotion.NONE : Promotion.INTO_L1);
            case RemoteAnswer.Leased<V>(Token lease, var beside) -> load(before, Optional.of(lease), beside);
            case RemoteAnswer.Held<V>(Guard guard, var beside) when guard == Guard.READING ->
                    new ReadAnswer.Wait<>(load(before, Optional.empty(), beside));
            case RemoteAnswer.Held<V>(var _, var beside) -> load(before, Optional.empty(), beside);
            case RemoteAnswer.Closed<V> _, RemoteAnswer.Away<V> _ -> load(before, Optional.empty(), Optional.empty());
        };
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private ReadAnswer.Load<V> load(Reading before, Optional<Token> lease, Optional<Remaining<V>> beside) {
        beside.ifPresent(expired -> keep(before, expired));
        long expiry = before.askedAt() + beside.map(Remaining::fresh).orElse(Duration.ZERO).toNanos();
        return new ReadAnswer.Load<>(before, lease, beside.map(Remaining::entry), expiry);
    }

    /** Begins the life of what L2 holds anew, and takes that into L1. */
    void prolong(CacheKey key) {
        Optional<Reading> before = before(key);
        if (before.isPresent() && remote.get(key) instanceof RemoteAnswer.Found<V>(Remaining<V> found) && found
                .isFresh()) {
            keepProlonged(before.get(), found);
        }
    }

    private void keepProlonged(Reading before, Remaining<V> found) {
        Optional<Duration> prolonged = remote.prolong(found.entry());
        keep(before, new Remaining<>(found.entry(), prolonged.orElse(found.life())));
    }

    private Lookup<V> promote(Reading before, Remaining<V> found) {
        statistics.count(CacheEvent.L2_HIT);
        if (local.isSliding()) {
            keepProlonged(before, found);
        } else {
            keep(before, found);
        }
        LoadScope.current().ifPresent(load -> load.read(found.entry(), before.ticket().takenAt()));
        return found.entry().asFoundIn(Tier.L2);
    }

    void keep(Reading before, Remaining<V> found) {
        local.store(before.ticket(), found.entry(), before.askedAt(), found.life());
    }

    Optional<Reading> before(CacheKey key) {
        return before(key, Promotion.INTO_L1);
    }

    private Optional<Reading> before(CacheKey key, Promotion promotion) {
        Ticket taken = local.ticket(key.identifier());
        Ticket ticket = promotion == Promotion.NONE ? taken.voided() : taken;
        try {
            return Optional.of(new Reading(ticket, node.stamps().beforeRead(), node.ticker().read()));
        } catch (CacheException registerAway) {
            // This node knows no stamp at all yet: nothing can be judged, and nothing that is loaded may be stored.
            statistics.count(CacheEvent.STORE_FAILURE);
            return Optional.empty();
        }
    }

    ReadAnswer<V> unstampedLoad(CacheKey key) {
        return new ReadAnswer.Load<>(new Reading(local.ticket(key.identifier()), 0, node.ticker().read()), Optional
                .empty(), Optional.empty(), 0);
    }

    Ticker ticker() {
        return node.ticker();
    }
}
