package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Freshness;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Loaded;
import io.hexcache.domain.scope.LoadScope;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.tier.MultiLevelCacheService;
import io.hexcache.domain.tier.ReadAnswer;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * A read that L1 could not answer: one per key at a time in this node looks into L2, waits there for the load of
 * another node, or loads. Whoever has an expired value at hand does not wait longer than it is told to.
 */
final class ReadService<V> {

    /** How often a reader asks whether another node has finished its load. */
    static final Duration POLL = Duration.ofMillis(50);

    private final MultiLevelCacheService<V> tiers;
    private final EntryMaker<V> entries;
    private final Flights<Lookup<V>> flights;
    private final Patience<V> patience;
    private final Ticker ticker;

    ReadService(MultiLevelCacheService<V> tiers, EntryMaker<V> entries, Flights<Lookup<V>> flights,
            Patience<V> patience, Ticker ticker) {
        this.tiers = tiers;
        this.entries = entries;
        this.flights = flights;
        this.patience = patience;
        this.ticker = ticker;
    }

    /** What L2 holds, or what is loaded. */
    Lookup<V> read(CacheKey key, Loader<V> loader) {
        return read(key, loader, ReadOptions.NONE);
    }

    /** As above, as these options say; they are past L1 here. */
    Lookup<V> read(CacheKey key, Loader<V> loader, ReadOptions options) {
        Optional<Lookup<V>> spared = spared(key, options);
        if (spared.isPresent()) {
            return spared.get();
        }
        Seat<Lookup<V>> seat = flights.join(key, options, flight -> flight.made().call(() -> begin(key, loader,
                flight, options)));
        Supplier<Optional<Lookup<V>>> stale = () -> stale(key, seat.flight(), options);
        Lookup<V> answer = options.isRefreshing() ? patience.awaitLoad(key, seat, stale)
                : patience.await(key, seat, stale);
        LoadScope.current().ifPresent(load -> load.read(seat.flight().made()));
        return answer;
    }

    /** What the source need not be asked for: its last load has just failed, or L2 is away. */
    private Optional<Lookup<V>> spared(CacheKey key, ReadOptions options) {
        Duration bound = bound(options);
        if (bound.isZero() || options.local() != ReadOptions.Local.LOOK) {
            return Optional.empty();
        }
        Optional<Lookup<V>> last = patience.failed().isRecent(key)
                ? served(tiers.kept().findStale(key.identifier(), bound))
                : Optional.empty();
        return last.isPresent() ? last : tiers.kept().findWhileAway(key, options.promotion(), bound);
    }

    /** Whether the last load of this key has failed so lately that readers with something stale do without another. */
    boolean hasJustFailed(CacheKey key) {
        return patience.failed().isRecent(key);
    }

    private Duration bound(ReadOptions options) {
        return options.maxStale().orElseGet(patience::maxStale);
    }

    private Optional<Lookup<V>> stale(CacheKey key, Flight<Lookup<V>> flight, ReadOptions options) {
        Duration bound = bound(options);
        if (bound.isZero()) {
            return Optional.empty();
        }
        Optional<Lookup<V>> beside = flight.interim(ticker.read() - bound.toNanos());
        return served(options.local() == ReadOptions.Local.BYPASS ? beside
                : beside.or(() -> tiers.kept().findStale(key.identifier(), bound)));
    }

    private Optional<Lookup<V>> served(Optional<Lookup<V>> stale) {
        stale.ifPresent(served -> {
            tiers.count(CacheEvent.STALE_SERVED);
            LoadScope.current().ifPresent(LoadScope::readStale);
        });
        return stale;
    }

    /** L2 is asked in the thread of the caller; what takes longer than that goes on in one of its own. */
    private CompletableFuture<Lookup<V>> begin(CacheKey key, Loader<V> loader, Flight<Lookup<V>> flight,
            ReadOptions options) {
        ReadAnswer<V> answer = request(key, options);
        if (answer instanceof ReadAnswer.Found<V>(Lookup<V> lookup)) {
            return CompletableFuture.completedFuture(lookup);
        }
        offer(flight, answer);
        try {
            return inBackground(flight, () -> waitOrLoad(key, loader, answer, options));
        } catch (RejectedExecutionException refused) {
            // Nobody will load: others need not wait for the lease to end.
            if (answer instanceof ReadAnswer.Load<V> right) {
                tiers.release(key, right);
            }
            throw new CacheOverloadException(key + " was not loaded: this node starts no more loads. Try again",
                    refused);
        }
    }

    private ReadAnswer<V> request(CacheKey key, ReadOptions options) {
        return tiers.request(key, options.isRefreshing() ? Fetch.ANY_LIFE : patience.maxStale(), options.promotion());
    }

    /** Here is what is to be replaced, for those who do not want to wait until it is. */
    static <V> void offer(Flight<Lookup<V>> flight, ReadAnswer<V> answer) {
        answer.previous().ifPresent(entry -> flight.offer(entry.asFoundIn(Tier.L2, Freshness.STALE), answer
                .previousExpiry()));
    }

    /** Runs the step within the flight. */
    static <T> CompletableFuture<T> inBackground(Flight<?> flight, Supplier<T> step) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        flight.errand().execute(() -> {
            try {
                outcome.complete(step.get());
            } catch (Throwable failure) {
                // Not swallowed: whoever waits for the outcome gets it.
                outcome.completeExceptionally(failure);
            }
        });
        return outcome;
    }

    private Lookup<V> waitOrLoad(CacheKey key, Loader<V> loader, ReadAnswer<V> first, ReadOptions options) {
        long deadline = ticker.read() + patience.forOtherNodes().toNanos();
        ReadAnswer<V> answer = first;
        while (answer instanceof ReadAnswer.Wait && deadline - ticker.read() > 0) {
            patience.pause(POLL);
            answer = request(key, options);
        }
        return switch (answer) {
            case ReadAnswer.Found<V>(Lookup<V> lookup) -> lookup;
            case ReadAnswer.Wait<V>(var unstored) -> load(key, loader, unstored, options);
            case ReadAnswer.Load<V> right when options.acceptsLoadOfOthers() && isLoadedSince(first, right) -> {
                tiers.release(key, right);
                yield right.previous().orElseThrow().asFoundIn(Tier.L2);
            }
            case ReadAnswer.Load<V> right -> load(key, loader, right, options);
        };
    }

    /** Whether another node has loaded, while this one waited for it, what this one was going to load anew. */
    private boolean isLoadedSince(ReadAnswer<V> first, ReadAnswer<V> now) {
        return first instanceof ReadAnswer.Wait && now.previous().isPresent()
                && now.previousExpiry() - ticker.read() > 0
                && !now.previous().map(CacheEntry::createdAt).equals(first.previous().map(CacheEntry::createdAt));
    }

    /** A load that another one needs has been let in with that. */
    private <T> T guarded(CacheKey key, ReadAnswer.Load<V> right, Supplier<T> loader) {
        return Errand.isNested() ? loader.get() : tiers.load(key, right, loader);
    }

    /** Loads under this right, stores what was loaded as far as the right still holds, and answers it in any case. */
    Lookup<V> load(CacheKey key, Loader<V> loader, ReadAnswer.Load<V> right, ReadOptions options) {
        tiers.count(CacheEvent.MISS);
        long startedAt = ticker.read();
        LoadScope inputs = new LoadScope();
        CacheEntry<V> entry;
        try {
            Loaded<V> loaded = inputs.call(() -> guarded(key, right, () -> loader.load(key, right
                    .previous())));
            Duration took = Duration.ofNanos(ticker.read() - startedAt);
            entry = entries.make(key, loaded, right, took, options.ttlOptions());
            tiers.count(CacheEvent.LOAD);
            tiers.statistics().loadTook(took);
        } catch (Throwable failure) {
            tiers.count(failure instanceof CacheOverloadException ? CacheEvent.LOAD_REFUSED : CacheEvent.LOAD_FAILURE);
            patience.failed().add(key);
            tiers.release(key, right);
            throw failure;
        }
        long begun = inputs.begun(right.before().ticket().takenAt());
        LoadScope.current().ifPresent(load -> {
            load.read(entry, begun);
            load.read(inputs);
        });
        inputs.inherit(entry).ifPresentOrElse(whole -> tiers.store(right.begun(begun), whole), () -> tiers.release(key,
                right));
        return entry.asFoundIn(Tier.SOURCE);
    }
}
