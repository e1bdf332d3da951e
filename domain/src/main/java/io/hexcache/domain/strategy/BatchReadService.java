package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.TtlOptions;
import io.hexcache.domain.scope.LoadScope;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.tier.MultiLevelCacheService;
import io.hexcache.domain.tier.ReadAnswer;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Reads of many keys that L1 could not answer. Those that nobody loads in this node are led by the batch: one round
 * trip to L2, one call of the loader for what it leased, one round trip to store that; only then it waits for the loads
 * of other nodes, and loads what does not come of them. Others can join its loads key by key, and it joins theirs. What
 * it leads it has loaded before it waits for anybody, so batches that share keys do not wait for each other in a ring.
 */
final class BatchReadService<V> {

    private final MultiLevelCacheService<V> tiers;
    private final EntryMaker<V> entries;
    private final RequestCoalescer<Lookup<V>> coalescer;
    private final Patience<V> patience;
    private final Ticker ticker;

    BatchReadService(MultiLevelCacheService<V> tiers, EntryMaker<V> entries, RequestCoalescer<Lookup<V>> coalescer,
            Patience<V> patience, Ticker ticker) {
        this.tiers = tiers;
        this.entries = entries;
        this.coalescer = coalescer;
        this.patience = patience;
        this.ticker = ticker;
    }

    /** What L2 holds; never loads. */
    Map<CacheKey, Lookup<V>> peek(Collection<CacheKey> keys) {
        return tiers.batches().findRemote(keys);
    }

    /** What L2 holds, or what is loaded. The first failure in the order of the keys is thrown, after all are done. */
    Map<CacheKey, Lookup<V>> read(Collection<CacheKey> keys, BulkLoader<V> loader, TtlOptions ttl) {
        long startedAt = ticker.read();
        Map<CacheKey, Lookup<V>> found = spared(keys);
        List<CacheKey> wanted = keys.stream().filter(key -> !found.containsKey(key)).toList();
        Map<CacheKey, Seat<Lookup<V>>> seats = join(wanted, new BatchLoad<>(tiers, entries, loader, ttl, ticker,
                patience.failed()));
        seats.forEach((key, seat) -> patience.await(seat, stale(key, seat).isPresent(), Duration.ofNanos(ticker.read()
                - startedAt)));
        seats.forEach((key, seat) -> found.put(key, patience.settle(key, seat, () -> served(stale(key, seat)))));
        LoadScope.current().ifPresent(load -> seats.values().forEach(seat -> load.read(seat.flight().made())));
        return found;
    }

    /** What the source need not be asked for; see {@link ReadService}. */
    private Map<CacheKey, Lookup<V>> spared(Collection<CacheKey> keys) {
        Duration bound = patience.maxStale();
        Map<CacheKey, Lookup<V>> spared = new LinkedHashMap<>();
        if (!bound.isZero()) {
            keys.stream().filter(patience.failed()::isRecent)
                    .forEach(key -> served(tiers.kept().findStale(key.identifier(),
                            bound)).ifPresent(stale -> spared.put(key, stale)));
            tiers.batches().findWhileAway(keys, bound).forEach(spared::putIfAbsent);
        }
        return spared;
    }

    private Optional<Lookup<V>> served(Optional<Lookup<V>> stale) {
        stale.ifPresent(served -> {
            tiers.count(CacheEvent.STALE_SERVED);
            LoadScope.current().ifPresent(LoadScope::readStale);
        });
        return stale;
    }

    private Optional<Lookup<V>> stale(CacheKey key, Seat<Lookup<V>> seat) {
        Duration bound = patience.maxStale();
        return bound.isZero() ? Optional.empty()
                : seat.flight().interim(ticker.read() - bound.toNanos())
                        .or(() -> tiers.kept().findStale(key.identifier(),
                                bound));
    }

    private Map<CacheKey, Seat<Lookup<V>>> join(Collection<CacheKey> keys, BatchLoad<V> load) {
        Map<CacheKey, Seat<Lookup<V>>> seats = new LinkedHashMap<>();
        Map<CacheKey, CompletableFuture<Lookup<V>>> led = new LinkedHashMap<>();
        Errand errand = coalescer.errand();
        try {
            for (CacheKey key : keys) {
                seats.put(key, coalescer.join(key, errand, flight -> led.computeIfAbsent(key,
                        same -> new CompletableFuture<>())));
            }
            lead(led, seats, load, errand);
        } catch (Throwable failure) {
            // Others may have joined already. Who called learns of it now, or from the first of the outcomes.
            led.values().forEach(waiting -> waiting.completeExceptionally(failure));
            throw failure;
        }
        return seats;
    }

    /** L2 is asked in the thread of the caller; what takes longer than that goes on in one of its own. */
    private void lead(Map<CacheKey, CompletableFuture<Lookup<V>>> led, Map<CacheKey, Seat<Lookup<V>>> seats,
            BatchLoad<V> load, Errand errand) {
        if (led.isEmpty()) {
            return;
        }
        Answers first = errand.made().call(() -> ask(led.keySet(), led));
        first.previous().forEach((key, answer) -> Optional.ofNullable(seats.get(key)).ifPresent(seat -> ReadService
                .offer(seat.flight(), answer)));
        if (!first.rights().isEmpty() || !first.held().isEmpty()) {
            errand.execute(() -> {
                try {
                    loadAndWait(first, led, load);
                } catch (Throwable failure) {
                    // Not swallowed: whoever waits for the outcomes gets it.
                    led.values().forEach(waiting -> waiting.completeExceptionally(failure));
                }
            });
        }
    }

    private void loadAndWait(Answers first, Map<CacheKey, CompletableFuture<Lookup<V>>> led, BatchLoad<V> load) {
        long deadline = ticker.read() + patience.forOtherNodes().toNanos();
        Answers answers = first;
        load.run(answers.rights(), led);
        // At least once, since the own loads may have taken longer than that.
        boolean goesOn = !answers.held().isEmpty();
        while (goesOn) {
            if (deadline - ticker.read() > 0) {
                patience.pause(ReadService.POLL);
            }
            answers = ask(new LinkedHashSet<>(answers.held().keySet()), led);
            load.run(answers.rights(), led);
            goesOn = !answers.held().isEmpty() && deadline - ticker.read() > 0;
        }
        load.run(answers.held(), led);
    }

    /** What L2 says of each key. Those that it has are answered. */
    private Answers ask(Set<CacheKey> keys, Map<CacheKey, CompletableFuture<Lookup<V>>> led) {
        Answers answers = new Answers();
        tiers.batches().request(keys, patience.maxStale()).forEach((key, answer) -> {
            answer.previous().ifPresent(entry -> answers.previous().put(key, answer));
            switch (answer) {
                case ReadAnswer.Found<V>(Lookup<V> lookup) -> Optional.ofNullable(led.get(key))
                        .ifPresent(waiting -> waiting.complete(lookup));
                case ReadAnswer.Wait<V>(var unstored) -> answers.held().put(key, unstored);
                case ReadAnswer.Load<V> right -> answers.rights().put(key, right);
            }
        });
        return answers;
    }

    /** What is still to be done. */
    private final class Answers {

        private final Map<CacheKey, ReadAnswer.Load<V>> rights = new LinkedHashMap<>();
        private final Map<CacheKey, ReadAnswer.Load<V>> held = new LinkedHashMap<>();
        private final Map<CacheKey, ReadAnswer<V>> previous = new LinkedHashMap<>();

        /** Keys that this node is to load. */
        Map<CacheKey, ReadAnswer.Load<V>> rights() {
            return rights;
        }

        /** Keys that another node loads, with the right to load them without storing. */
        Map<CacheKey, ReadAnswer.Load<V>> held() {
            return held;
        }

        /** Expired values at hand. */
        Map<CacheKey, ReadAnswer<V>> previous() {
            return previous;
        }
    }
}
