package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Freshness;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.LoadPolicy;
import io.hexcache.domain.port.Loaded;
import io.hexcache.domain.scope.LoadScope;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.tier.MultiLevelCacheService;
import io.hexcache.domain.tier.ReadAnswer;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    private final RequestCoalescer<Lookup<V>> coalescer;
    private final Patience<V> patience;
    private final Ticker ticker;

    ReadService(MultiLevelCacheService<V> tiers, EntryMaker<V> entries, RequestCoalescer<Lookup<V>> coalescer,
            Patience<V> patience, Ticker ticker) {
        this.tiers = tiers;
        this.entries = entries;
        this.coalescer = coalescer;
        this.patience = patience;
        this.ticker = ticker;
    }

    /** What L2 holds, or what is loaded. */
    Lookup<V> read(CacheKey key, Loader<V> loader) {
        Seat<Lookup<V>> seat = coalescer.join(key, flight -> flight.made().call(() -> begin(key, loader,
                flight)));
        Lookup<V> answer = patience.await(key, seat, () -> stale(key, seat.flight()));
        LoadScope.current().ifPresent(load -> load.read(seat.flight().made()));
        return answer;
    }

    private Optional<Lookup<V>> stale(CacheKey key, Flight<Lookup<V>> flight) {
        if (patience.maxStale().isZero()) {
            return Optional.empty();
        }
        Optional<Lookup<V>> stale = flight.interim().or(() -> tiers.findStale(key.identifier()));
        stale.ifPresent(served -> {
            tiers.count(CacheEvent.STALE_SERVED);
            LoadScope.current().ifPresent(LoadScope::readStale);
        });
        return stale;
    }

    /** L2 is asked in the thread of the caller; what takes longer than that goes on in one of its own. */
    private CompletableFuture<Lookup<V>> begin(CacheKey key, Loader<V> loader, Flight<Lookup<V>> flight) {
        ReadAnswer<V> answer = tiers.request(key, patience.maxStale());
        if (answer instanceof ReadAnswer.Found<V>(Lookup<V> lookup)) {
            return CompletableFuture.completedFuture(lookup);
        }
        answer.previous().ifPresent(entry -> flight.offer(entry.asFoundIn(Tier.L2, Freshness.STALE)));
        return inBackground(flight, () -> waitOrLoad(key, loader, answer));
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

    private Lookup<V> waitOrLoad(CacheKey key, Loader<V> loader, ReadAnswer<V> first) {
        long deadline = ticker.read() + LoadPolicy.LONGEST.toNanos();
        ReadAnswer<V> answer = first;
        while (answer instanceof ReadAnswer.Wait && deadline - ticker.read() > 0) {
            patience.pause(POLL);
            answer = tiers.request(key, patience.maxStale());
        }
        return switch (answer) {
            case ReadAnswer.Found<V>(Lookup<V> lookup) -> lookup;
            case ReadAnswer.Wait<V>(var unstored) -> load(key, loader, unstored);
            case ReadAnswer.Load<V> right -> load(key, loader, right);
        };
    }

    /** Loads under this right, stores what was loaded as far as the right still holds, and answers it in any case. */
    Lookup<V> load(CacheKey key, Loader<V> loader, ReadAnswer.Load<V> right) {
        tiers.count(CacheEvent.MISS);
        long startedAt = ticker.read();
        LoadScope inputs = new LoadScope();
        CacheEntry<V> entry;
        try {
            Loaded<V> loaded = inputs.call(() -> loader.load(key, right.previous()));
            Duration took = Duration.ofNanos(ticker.read() - startedAt);
            entry = entries.make(key, loaded, right, took);
            tiers.count(CacheEvent.LOAD);
            tiers.loadTook(took);
        } catch (Throwable failure) {
            tiers.count(CacheEvent.LOAD_FAILURE);
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
