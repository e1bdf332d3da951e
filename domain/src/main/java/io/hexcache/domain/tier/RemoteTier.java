package io.hexcache.domain.tier;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.explain.TierVerdict;
import io.hexcache.domain.explain.TierView;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Decoded;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.Inspection;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.statistics.NamespaceStatistics;
import io.hexcache.domain.tier.RemoteAnswer.Remaining;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Reads L2 of one namespace: entries instead of bytes, only those that are valid, and a store that is away is an
 * answer, not an error.
 */
final class RemoteTier<V> {

    private final RemotePorts ports;
    private final Class<V> type;
    private final NodeState node;
    private final NamespaceStatistics statistics;
    private final RandomGenerator random;

    RemoteTier(RemotePorts ports, Class<V> type, NodeState node, NamespaceStatistics statistics,
            RandomGenerator random) {
        this.ports = ports;
        this.type = type;
        this.node = node;
        this.statistics = statistics;
        this.random = random;
    }

    /** The same for many keys at once. */
    RemoteBatch<V> batch() {
        return new RemoteBatch<>(this, ports.store(), statistics);
    }

    /** The store as it is, whose failures are failures. */
    CacheStore store() {
        return ports.store();
    }

    NodeState node() {
        return node;
    }

    /** The valid entry, if there is one to be had; never takes a lease. */
    RemoteAnswer<V> get(CacheKey key) {
        return orAway(() -> {
            long settledBefore = settledSoFar();
            return answer(key, ports.store().get(key), settledBefore);
        });
    }

    /** To be read before L2 is asked: by it, its answer is judged. */
    long settledSoFar() {
        return node.memory().settledSoFar();
    }

    /** What was got without asking for a lease. */
    RemoteAnswer<V> answer(CacheKey key, Optional<StoredEntry> got, long settledBefore) {
        return got.flatMap(stored -> judge(key, stored, settledBefore)).<RemoteAnswer<V>>map(RemoteAnswer.Found::new)
                .orElseGet(RemoteAnswer.Closed::new);
    }

    /**
     * The valid entry, or the lease. An entry that is worth nothing goes first. Each request has a token of its own,
     * so that one which is granted after nobody waits for it any more grants nothing to anybody.
     *
     * @param leaseBelow asks for the lease beside an entry too that lives no longer than this
     */
    RemoteAnswer<V> fetch(CacheKey key, Duration leaseBelow) {
        return orAway(() -> {
            Fetch fetch = request(key, leaseBelow);
            long settledBefore = settledSoFar();
            Fetched fetched = ports.store().fetch(fetch);
            Optional<RemoteAnswer<V>> usable = answer(fetch, fetched, settledBefore);
            if (usable.isPresent()) {
                return usable.get();
            }
            Fetch again = requestWithout(fetch, fetched);
            long settledMeanwhile = settledSoFar();
            return answerWithout(again, ports.store().fetch(again), settledMeanwhile);
        });
    }

    Fetch request(CacheKey key, Duration leaseBelow) {
        return new Fetch(key, Token.next(random), Optional.empty(), leaseBelow);
    }

    /** What was fetched; empty if that is an entry that is worth nothing and stands in the way. */
    Optional<RemoteAnswer<V>> answer(Fetch fetch, Fetched fetched, long settledBefore) {
        Optional<Remaining<V>> valid = entryOf(fetched).flatMap(found -> judge(fetch.key(), found, settledBefore));
        return fetched instanceof Fetched.Found && valid.isEmpty()
                ? Optional.empty()
                : Optional.of(answer(fetch, fetched, valid));
    }

    /** The same request once more, which removes first what was fetched. */
    Fetch requestWithout(Fetch fetch, Fetched dead) {
        return new Fetch(fetch.key(), Token.next(random), entryOf(dead).map(StoredEntry::id), fetch.leaseBelow());
    }

    /** What such a request fetched. */
    RemoteAnswer<V> answerWithout(Fetch fetch, Fetched fetched, long settledBefore) {
        return answer(fetch, fetched, entryOf(fetched).filter(stored -> !fetch.dead().equals(Optional.of(stored
                .id()))).flatMap(stored -> judge(fetch.key(), stored, settledBefore)));
    }

    /** Begins the entry's life anew; what is left of it then, if L2 holds this entry still. */
    Optional<Duration> prolong(CacheEntry<V> entry) {
        try {
            return ports.store().expire(entry.key(), entry.life());
        } catch (CacheException notProlonged) {
            // It expires when it would have expired anyway.
            statistics.count(CacheEvent.STORE_FAILURE);
            return Optional.empty();
        }
    }

    private static Optional<StoredEntry> entryOf(Fetched fetched) {
        return switch (fetched) {
            case Fetched.Found(StoredEntry entry) -> Optional.of(entry);
            case Fetched.Leased(Optional<StoredEntry> beside) -> beside;
            case Fetched.Held(var _, Optional<StoredEntry> beside) -> beside;
        };
    }

    private RemoteAnswer<V> answer(Fetch fetch, Fetched fetched, Optional<Remaining<V>> valid) {
        return switch (fetched) {
            case Fetched.Found _ -> valid.<RemoteAnswer<V>>map(RemoteAnswer.Found::new)
                    .orElseGet(RemoteAnswer.Closed::new);
            case Fetched.Leased _ -> new RemoteAnswer.Leased<>(fetch.token(), valid);
            case Fetched.Held(var guard, var _) -> new RemoteAnswer.Held<>(guard, valid);
        };
    }

    /** What L2 holds under a key. */
    record View(TierView tier, Guard guard) {}

    /** What is held under this key, and what a read makes of it. */
    View view(CacheKey key, Instant date) {
        try {
            long settledBefore = settledSoFar();
            Inspection seen = ports.store().inspect(key);
            return new View(
                    seen.entry().map(stored -> view(key, stored, date, settledBefore)).orElseGet(() -> TierView.of(
                            TierVerdict.NOTHING)),
                    seen.guard());
        } catch (CacheException away) {
            // That is what is to be explained.
            return new View(TierView.of(TierVerdict.AWAY), Guard.FREE);
        }
    }

    private TierView view(CacheKey key, StoredEntry stored, Instant date, long settledBefore) {
        return switch (ports.codec().decode(key, stored.bytes(), type)) {
            case Decoded.Intact<V>(CacheEntry<V> entry) -> new TierView(verdict(entry, stored, settledBefore),
                    Optional.of(
                            new TierView.Held(entry.value().isEmpty(), Duration.between(entry.createdAt(), date), stored
                                    .remainingLife().minus(entry.provenance().staleFor()), entry.provenance().stamp(),
                                    node
                                            .stamps().table().required(entry))));
            case Decoded.Unreadable<V> _ -> TierView.of(TierVerdict.UNREADABLE);
        };
    }

    private TierVerdict verdict(CacheEntry<V> entry, StoredEntry stored, long settledBefore) {
        if (node.memory().mayBeOutdated(entry.key(), entry.tags(), settledBefore)) {
            return TierVerdict.OUTDATED;
        }
        if (!node.isValid(entry)) {
            return TierVerdict.STAMPED_OUT;
        }
        return new Remaining<>(entry, stored.remainingLife()).isFresh() ? TierVerdict.SERVED : TierVerdict.EXPIRED;
    }

    /** The entry with these bytes, which never were in L2; empty if they cannot be read. */
    Optional<CacheEntry<V>> read(CacheKey key, byte[] bytes) {
        return ports.codec().decode(key, bytes, type) instanceof Decoded.Intact<V>(CacheEntry<V> entry)
                ? Optional.of(entry)
                : Optional.empty();
    }

    /** The entry with these bytes, if it may be used. */
    Optional<Remaining<V>> judge(CacheKey key, StoredEntry stored, long settledBefore) {
        return switch (ports.codec().decode(key, stored.bytes(), type)) {
            case Decoded.Intact<V>(CacheEntry<V> entry) when node.memory().mayBeOutdated(key, entry.tags(),
                    settledBefore) || !node.isValid(entry) ->
                    Optional.empty();
            case Decoded.Intact<V>(CacheEntry<V> entry) -> Optional.of(new Remaining<>(entry, stored.remainingLife()));
            case Decoded.Unreadable<V> _ -> {
                statistics.count(CacheEvent.UNREADABLE);
                yield Optional.empty();
            }
        };
    }

    RemoteAnswer<V> orAway(Supplier<RemoteAnswer<V>> step) {
        try {
            return step.get();
        } catch (CacheException away) {
            // The reader goes to the source; that L2 failed shows in the statistics.
            statistics.count(CacheEvent.STORE_FAILURE);
            return new RemoteAnswer.Away<>();
        }
    }
}
