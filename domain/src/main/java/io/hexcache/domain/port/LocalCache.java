package io.hexcache.domain.port;

import io.hexcache.domain.entry.LocalEntry;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The first tier (L1) of one namespace: objects in the memory of this process, by identifier, bounded in entries and
 * bytes. It may forget any entry at any time. It knows nothing of time: who reads compares the entry's deadline.
 *
 * <p>
 * Operations on one identifier are atomic and in one order. Nothing here fails or waits for anything outside.
 *
 * @param <V> type of the values
 */
public interface LocalCache<V> {

    /** The entry under this identifier. */
    Optional<LocalEntry<V>> get(String identifier);

    /**
     * Stores the entry if the condition holds. The condition is asked within the atomic step that stores: whoever
     * makes it false and then calls {@link #remove} leaves nothing behind.
     *
     * @param condition quick, asked once, and does not touch this cache
     * @return whether the condition held
     */
    boolean putIf(String identifier, LocalEntry<V> entry, BooleanSupplier condition);

    /** As {@link #putIf}, but removes what is there if the condition does not hold, in the same atomic step. */
    boolean putOrRemove(String identifier, LocalEntry<V> entry, BooleanSupplier condition);

    /** Removes the entry, if there is one. */
    void remove(String identifier);

    /**
     * Removes the entries that match, as they stand. Whoever makes the condition of {@link #putIf} false and then
     * calls this leaves no match behind.
     */
    void removeIf(Predicate<LocalEntry<V>> matches);

    /** What the cache holds now. */
    LocalUsage usage();
}
