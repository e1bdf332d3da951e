package io.hexcache.domain.port;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.policy.LoadPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The second tier (L2): bytes under keys, each with a life, shared by all nodes where the store is remote.
 *
 * <p>
 * Beside each entry E the store keeps a guard G, which says who may store. It is free, {@code L(token)} while one
 * reader loads, {@code W(token)} while one writer writes, or {@code X(n)} while n writers that overlap, or that a
 * removal has overtaken, are under way. Only who holds exactly its own token stores, so a value that was read or made
 * before a change can never be stored after it. The tokens are fencing tokens (Gray and Cheriton, "Leases", SOSP
 * 1989; the miss leases of Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013, section 3.2.1).
 *
 * <pre>
 *            G free        G = L(t)      G = W(t)          G = X(n)
 * fetch t'   G = L(t')     held          held              held            (no E, or one that has little life left)
 * begin w    G = W(w)      G = W(w)      G = X(2)          G = X(n+1)      cuts the life of E to TOKEN_LIFE
 * fill t     refused       E, G free     refused           refused
 * put w      refused       refused, free E, G free if t=w  refused         a refused put removes E and
 *                                        else X(1)         X(n-1)          X(0) is free
 * remove     G free        G free        G = X(1)          G = X(n)        removes E
 * </pre>
 *
 * <p>
 * A guard that nobody touches is free again after {@link #TOKEN_LIFE}.
 *
 * <p>
 * <b>Atomicity.</b> Each operation on one key is one atomic step. Operations on several keys are atomic key by key.
 *
 * <p>
 * <b>Failures.</b> Every method throws {@code CacheConnectionException} when the store is away, {@code
 * CacheTimeoutException} when it does not answer in time, {@code CacheOverloadException} when the adapter's own bound
 * is reached (then nothing was sent), and {@code CacheReadException} or {@code CacheWriteException} when the store
 * answers with an error. An absent entry is never used to report a failure. A change that failed with anything but
 * overload may still take effect later, once, at any time; only {@link #set} may not.
 *
 * <p>
 * Implementations are safe for use by many threads.
 */
public interface CacheStore {

    /** How long a lease or a writer's token lives: longer than every load and every write is allowed to take. */
    Duration TOKEN_LIFE = LoadPolicy.LONGEST;

    /** The live entry under the key. Changes nothing. */
    Optional<StoredEntry> get(CacheKey key);

    /** As {@link #get}, for many keys in one round trip; the answers in the order of the keys. */
    default List<Optional<StoredEntry>> getAll(List<CacheKey> keys) {
        return keys.stream().map(this::get).toList();
    }

    /** The live entry under the key, or else the lease for it. */
    Fetched fetch(Fetch fetch);

    /** As {@link #fetch}, for many keys in one round trip; the answers in the order of the requests. */
    default List<Fetched> fetchAll(List<Fetch> fetches) {
        return fetches.stream().map(this::fetch).toList();
    }

    /**
     * A write of these keys begins; to be called before the source is changed. Voids leases, makes every other write
     * under way refuse, and cuts the lives of the entries, so that they do not outlive a writer that dies.
     *
     * @param token used for this write only
     */
    void begin(Set<CacheKey> keys, Token token);

    /** Stores what was loaded under a lease, if and only if the guard is exactly that lease. */
    boolean fill(Write write);

    /** As {@link #fill}, for many keys in one round trip; the answers in the order of the writes. */
    default List<Boolean> fillAll(List<Write> writes) {
        return writes.stream().map(this::fill).toList();
    }

    /**
     * Ends a write with the value that the source holds now: stores it if the guard is exactly the token of its begin,
     * and removes the entry otherwise.
     *
     * @return whether it was stored
     */
    boolean put(Write write);

    /** As {@link #put}, for many keys in one round trip; the answers in the order of the writes. */
    default List<Boolean> putAll(List<Write> writes) {
        return writes.stream().map(this::put).toList();
    }

    /** Ends a write without a value: as {@link #put}, but nothing is stored and the entries go in any case. */
    void abandon(Set<CacheKey> keys, Token token);

    /** Frees the guard if it is exactly this lease, so that others need not wait for a load that failed. */
    void release(CacheKey key, Token token);

    /** As {@link #release}, for many leases in one round trip. */
    default void releaseAll(Map<CacheKey, Token> leases) {
        leases.forEach(this::release);
    }

    /**
     * Stores an entry without asking the guard, and voids it. For namespaces without a source of truth only.
     *
     * <p>
     * Unlike every other change, one that fails is in effect when the failure is reported, or never: an adapter gives
     * the store a time after which it refuses.
     *
     * @return whether the condition held, and so the entry was stored
     */
    boolean set(Write write, SetCondition condition);

    /**
     * As {@link #set}, for many keys in one round trip; the answers in the order of the writes. If it fails, some of
     * the writes may be in effect, and the others never will be.
     */
    default List<Boolean> setAll(List<Write> writes, SetCondition condition) {
        return writes.stream().map(write -> set(write, condition)).toList();
    }

    /**
     * Gives the live entry a new life from now on. Where a write has begun, which has cut the life, it becomes no
     * longer.
     *
     * @param life 1 ms or more
     * @return what is left of its life now; empty if there is no entry
     */
    Optional<Duration> expire(CacheKey key, Duration life);

    /**
     * Removes the entries and voids leases of these keys, and makes writes under way refuse.
     *
     * @return how many live entries this call removed
     */
    long remove(Set<CacheKey> keys);

    /**
     * Does what {@link #remove} does to all keys that the selection names, found by scans that never block the store:
     * the guards in a first one, the entries in a second. An entry that was there when the call began, and what is
     * stored by a lease or a writer of that time, are gone when it returns; what is stored during the call under a
     * guard granted during it may stay.
     *
     * @return how many live entries this call removed
     */
    long removeAll(KeySelection.ByName selection);

    /**
     * What {@link #removeAll} would remove now; removes nothing.
     *
     * @param samples most keys in the sample, 0 or more
     */
    Survey survey(KeySelection.ByName selection, int samples);

    /** The live entry and the guard of this key. Changes nothing. */
    Inspection inspect(CacheKey key);

    /**
     * Watches for another store behind the same address, which may lack changes that this one has confirmed: a
     * replica that was promoted, a restart from an older copy. The watcher is called before any call answers from
     * such a store. It does not wait and calls nothing here.
     */
    void watch(Runnable onReplaced);

    /**
     * Asks the store to take something and to answer it; returns when it has done both. May write a key of its own,
     * which no other method shows. A store that answers and takes no changes fails with {@code CacheWriteException}.
     */
    void ping();
}
