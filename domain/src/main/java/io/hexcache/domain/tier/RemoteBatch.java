package io.hexcache.domain.tier;

import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.statistics.NamespaceStatistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads many keys of L2 of one namespace in one round trip, and in a second one those whose entry was worth nothing.
 * Each is judged by itself: one that cannot be read harms no other. A store that is away is an answer for all of them.
 */
final class RemoteBatch<V> {

    private final RemoteTier<V> single;
    private final CacheStore store;
    private final NamespaceStatistics statistics;

    RemoteBatch(RemoteTier<V> single, CacheStore store, NamespaceStatistics statistics) {
        this.single = single;
        this.store = store;
        this.statistics = statistics;
    }

    /** The valid entries that there are; never takes a lease. The answers in the order of the keys. */
    List<RemoteAnswer<V>> getAll(List<CacheKey> keys) {
        return orAway(keys.size(), () -> {
            long settledBefore = single.settledSoFar();
            List<Optional<StoredEntry>> got = store.getAll(keys);
            List<RemoteAnswer<V>> answers = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                CacheKey key = keys.get(i);
                Optional<StoredEntry> stored = got.get(i);
                answers.add(single.orAway(() -> single.answer(key, stored, settledBefore)));
            }
            return answers;
        });
    }

    /** The valid entries, or the leases. The answers in the order of the keys. */
    List<RemoteAnswer<V>> fetchAll(List<CacheKey> keys, Duration leaseBelow) {
        return orAway(keys.size(), () -> {
            List<Fetch> fetches = keys.stream().map(key -> single.request(key, leaseBelow)).toList();
            long settledBefore = single.settledSoFar();
            List<Fetched> fetched = store.fetchAll(fetches);
            List<RemoteAnswer<V>> answers = new ArrayList<>();
            List<Fetch> again = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < fetches.size(); i++) {
                Fetch fetch = fetches.get(i);
                Fetched one = fetched.get(i);
                answers.add(single.orAway(() -> single.answer(fetch, one, settledBefore).orElseGet(() -> {
                    again.add(single.requestWithout(fetch, one));
                    places.add(answers.size());
                    return new RemoteAnswer.Closed<>();
                })));
            }
            fetchAgain(again, places, answers);
            return answers;
        });
    }

    private void fetchAgain(List<Fetch> fetches, List<Integer> places, List<RemoteAnswer<V>> answers) {
        if (fetches.isEmpty()) {
            return;
        }
        List<RemoteAnswer<V>> found = orAway(fetches.size(), () -> {
            long settledBefore = single.settledSoFar();
            List<Fetched> fetched = store.fetchAll(fetches);
            List<RemoteAnswer<V>> second = new ArrayList<>();
            for (int i = 0; i < fetches.size(); i++) {
                Fetch fetch = fetches.get(i);
                Fetched one = fetched.get(i);
                second.add(single.orAway(() -> single.answerWithout(fetch, one, settledBefore)));
            }
            return second;
        });
        for (int i = 0; i < found.size(); i++) {
            answers.set(places.get(i), found.get(i));
        }
    }

    private List<RemoteAnswer<V>> orAway(int size, Supplier<List<RemoteAnswer<V>>> step) {
        try {
            return step.get();
        } catch (CacheException away) {
            // The reader goes to the source; that L2 failed shows in the statistics.
            statistics.count(CacheEvent.STORE_FAILURE);
            return Collections.nCopies(size, new RemoteAnswer.Away<>());
        }
    }
}
