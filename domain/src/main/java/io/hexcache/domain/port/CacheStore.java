package io.hexcache.domain.port;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The second tier (L2): bytes under keys, each with a time to live, shared by all nodes where the store is remote.
 *
 * <p>
 * Beside each entry the store keeps a guard, which is free or holds one lease. A reader that finds no entry takes the
 * lease, loads from the source, and fills; every change of the key voids the lease, so that a value which was read
 * from the source before the change can never be stored after it. Leases are fenced by random tokens (Gray and
 * Cheriton, "Leases", SOSP 1989; the miss leases of Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013,
 * section 3.2.1).
 *
 * <p>
 * <b>Atomicity.</b> Each operation on one key is one atomic step. Operations on several keys are atomic key by key.
 *
 * <p>
 * <b>Failures.</b> Every method throws {@code CacheConnectionException} when the store is away, {@code
 * CacheTimeoutException} when it does not answer in time, {@code CacheOverloadException} when the adapter's own bound
 * is reached (then nothing was sent), and {@code CacheReadException} or {@code CacheWriteException} when the store
 * answers with an error. An absent entry is never used to report a failure. A change that failed with anything but
 * overload may still take effect later; repeating it does no harm.
 *
 * <p>
 * Implementations are safe for use by many threads.
 */
public interface CacheStore {

    /** How long a lease lives if it is neither used nor released: longer than every load is allowed to take. */
    Duration LEASE = Duration.ofSeconds(10);

    /** The live entry under the key, with what is left of its ttl. Changes nothing. */
    Optional<StoredEntry> get(CacheKey key);

    /**
     * The live entry under the key, or else the lease for it.
     *
     * @param token names the lease, if it is granted; a token is used for one fetch only
     * @return {@link Fetched.Found} the entry; {@link Fetched.Leased} there was none and the guard was free: the
     *          caller now holds the lease; {@link Fetched.Held} there is none and somebody else holds the lease
     */
    Fetched fetch(CacheKey key, LeaseToken token);

    /**
     * Stores the bytes and frees the guard, if and only if the guard still holds exactly this token.
     *
     * @param ttl 1 ms or more; the entry is gone when it has passed
     * @return whether the bytes were stored
     */
    boolean fill(CacheKey key, LeaseToken token, byte[] bytes, Duration ttl);

    /** Frees the guard if it holds exactly this token, so that others need not wait for a load that failed. */
    void release(CacheKey key, LeaseToken token);

    /**
     * Stores the bytes whatever was there and voids any lease. For namespaces without a source of truth only.
     *
     * @param ttl 1 ms or more
     */
    void set(CacheKey key, byte[] bytes, Duration ttl);

    /**
     * Removes the entries and voids the leases of these keys.
     *
     * @return how many live entries this call removed
     */
    long remove(Set<CacheKey> keys);

    /**
     * Removes all entries that the selection names and voids all leases of such keys, found by a scan that never
     * blocks the store. An entry that was there when the call began, and the fill of a lease that was held then, are
     * gone when it returns; what is stored during the call by a lease granted during it may stay.
     *
     * @return how many live entries this call removed
     */
    long removeAll(KeySelection.ByName selection);

    /**
     * Asks the store to take something and to answer it; returns when it has done both. May write a key of its own,
     * which no other method shows. A store that answers and takes no changes fails with {@code CacheWriteException}.
     */
    void ping();
}
