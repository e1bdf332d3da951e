package io.hexcache.domain.scope;

import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One request of a service: the same key read twice within it costs one lookup and has one value, whatever happens to
 * it elsewhere meanwhile. A change made within the request is seen by its next read.
 *
 * <p>
 * It keeps the first {@value #MAX_KEYS} keys; further ones are looked up each time. A request within a request begins
 * with nothing, and its changes are seen in both. Loaders do not take part: what they read is not of this request
 * alone.
 */
public final class RequestScope implements ReadScope {

    /** How many keys one request keeps. */
    public static final int MAX_KEYS = 10_000;

    private record Place(Object node, CacheKey key) {}

    private final Map<Place, Lookup<?>> known = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final Optional<RequestScope> outer;

    private RequestScope(Optional<RequestScope> outer) {
        this.outer = outer;
    }

    /** Runs the request. */
    public static void run(Runnable request) {
        call(() -> {
            request.run();
            return true;
        });
    }

    /** Runs the request; what it returns or throws is returned or thrown. */
    public static <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> request) throws X {
        Optional<ReadScope> current = ReadScope.current();
        if (current.isPresent() && current.get() instanceof LoadScope) {
            return request.call();
        }
        Optional<RequestScope> outer = current.map(RequestScope.class::cast);
        return ScopedValue.where(Current.SCOPE, new RequestScope(outer)).call(request);
    }

    /**
     * The calling thread has changed these: its request, and those around it, forget them.
     *
     * @param node the one that it has changed them on
     */
    public static void changed(Object node, KeySelection selection) {
        Optional<RequestScope> scope = ReadScope.current().filter(RequestScope.class::isInstance).map(
                RequestScope.class::cast);
        while (scope.isPresent()) {
            scope.get().forget(node, selection);
            scope = scope.get().outer;
        }
    }

    private void forget(Object node, KeySelection selection) {
        changes.incrementAndGet();
        known.keySet().removeIf(place -> place.node().equals(node) && switch (selection) {
            case KeySelection.Keys(var keys) -> keys.contains(place.key());
            case KeySelection.ByName names -> names.selects(place.key());
            // Which tags a value had is not known any more.
            case KeySelection.Stamped _ -> true;
        });
    }

    /**
     * What this request knows of the key, or else what the lookup answers, which it knows from then on.
     *
     * @param node whose key it is; what a node holds under one key is of one type
     * @param answers whether what is known is an answer to this read
     */
    public <V> Lookup<V> read(Object node, CacheKey key, Predicate<Lookup<V>> answers, Supplier<Lookup<V>> lookup) {
        Place place = new Place(node, key);
        return this.<V>known(place).filter(answers).orElseGet(() -> {
            long changesBefore = changes.get();
            Lookup<V> found = lookup.get();
            keep(place, found, changesBefore);
            return found;
        });
    }

    /**
     * As {@link #read}, for many keys, of which those are looked up together that the request does not know; in the
     * order of the keys.
     */
    public <V> Map<CacheKey, Lookup<V>> readAll(Object node, Collection<CacheKey> keys, Predicate<Lookup<V>> answers,
            Function<Collection<CacheKey>, Map<CacheKey, Lookup<V>>> lookup) {
        Map<CacheKey, Lookup<V>> all = new LinkedHashMap<>();
        List<CacheKey> unknown = new ArrayList<>();
        for (CacheKey key : keys) {
            Optional<Lookup<V>> before = this.<V>known(new Place(node, key)).filter(answers);
            all.put(key, before.orElseGet(Lookup.Miss::new));
            if (before.isEmpty()) {
                unknown.add(key);
            }
        }
        if (!unknown.isEmpty()) {
            long changesBefore = changes.get();
            lookup.apply(unknown).forEach((key, found) -> {
                keep(new Place(node, key), found, changesBefore);
                all.put(key, found);
            });
        }
        return all;
    }

    @SuppressWarnings("unchecked") // what is known of a key came from its cache
    private <V> Optional<Lookup<V>> known(Place place) {
        return Optional.ofNullable((Lookup<V>) known.get(place));
    }

    private void keep(Place place, Lookup<?> found, long changesBefore) {
        if (known.size() < MAX_KEYS || known.containsKey(place)) {
            known.put(place, found);
            if (changes.get() != changesBefore) {
                // Changed meanwhile by another thread of the request: what was found may be older.
                known.remove(place);
            }
        }
    }
}
