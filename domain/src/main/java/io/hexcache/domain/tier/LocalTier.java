package io.hexcache.domain.tier;

import io.hexcache.domain.coherence.LocalTrust;
import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Freshness;
import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.explain.TierVerdict;
import io.hexcache.domain.explain.TierView;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.LocalUsage;
import io.hexcache.domain.scope.LoadScope;
import io.hexcache.domain.stamp.StampTable;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * L1 of one namespace. It serves copies that are fresh, of the current epoch, trusted, and not stamped out; and takes
 * only those whose ticket holds.
 */
final class LocalTier<V> {

    private final FittingCache<V> cache;
    private final Admission admission;
    private final KeyUses uses;
    private final CopyJudge judge;
    private final LocalTrust trust;
    private final StampTable stamps;
    private final Ticker ticker;
    private final Tickets tickets = new Tickets();

    LocalTier(FittingCache<V> cache, Admission admission, LocalTrust trust, StampTable stamps, Ticker ticker) {
        this.cache = cache;
        this.admission = admission;
        this.uses = admission.uses();
        this.trust = trust;
        this.stamps = stamps;
        this.ticker = ticker;
        this.judge = new CopyJudge(trust, stamps, tickets);
    }

    /**
     * The copy, if there is one that may be served as fresh. Takes no lock, reads the clock once, and makes nothing.
     *
     * @param onAttention is told of a copy that is served and due for more
     */
    Optional<LocalEntry<V>> find(String identifier, Consumer<LocalEntry<V>> onAttention) {
        if (identifier == null) {
            // Callers are code of others, which no tool has checked for nulls.
            throw new InvalidKeyException("identifier is null; give it a name");
        }
        Optional<LocalEntry<V>> found = cache.get(identifier);
        if (found.isEmpty()) {
            return found;
        }
        LocalEntry<V> copy = found.get();
        long now = ticker.read();
        if (!copy.isFresh(now) || !isValid(copy, now)) {
            return Optional.empty();
        }
        uses.hit(identifier, now);
        if (copy.isDue(now)) {
            onAttention.accept(copy);
        }
        return found;
    }

    /** As {@link #find}, for a load: what is served goes into what it makes. */
    Optional<LocalEntry<V>> find(String identifier, Consumer<LocalEntry<V>> onAttention, LoadScope load) {
        Optional<LocalEntry<V>> served = find(identifier, onAttention);
        served.ifPresent(copy -> load.read(copy.entry(), copy.times().begun()));
        return served;
    }

    /** The copy as a stale one, if it was never invalidated, and is within its own bound and this one. */
    Optional<Lookup<V>> findStale(String identifier, Duration bound) {
        long now = ticker.read();
        return cache.get(identifier).filter(copy -> copy.times().end() - now > 0 && now - copy.times().expiry() <= bound
                .toNanos() && isValid(copy, now))
                .map(copy -> copy.entry().asFoundIn(Tier.L1, Freshness.STALE));
    }

    /**
     * While this node does not hear of changes: the copy as a stale one. No change of this node's own has touched it,
     * and of others' none that was complete longer than the bound ago.
     */
    Optional<Lookup<V>> findKept(String identifier, Duration bound) {
        long now = ticker.read();
        return bound.isZero() ? Optional.empty()
                : cache.get(identifier).filter(copy -> judge.isKept(copy, now, bound.toNanos()))
                        .map(copy -> copy.entry().asFoundIn(Tier.L1, Freshness.STALE));
    }

    private boolean isValid(LocalEntry<V> copy, long now) {
        return copy.epoch() == tickets.epoch() && trust.mayServe(copy.begun(), now) && isNotStampedOut(copy);
    }

    private boolean isNotStampedOut(LocalEntry<V> copy) {
        long revision = stamps.revision();
        if (copy.isCheckedUnder(revision)) {
            return true;
        }
        if (!stamps.isValid(copy.entry())) {
            return false;
        }
        copy.checkedUnder(revision);
        return true;
    }

    /** For how long after its ttl, or unheard of changes, a value of the namespace may be served. */
    Duration maxStale() {
        return admission.maxStale();
    }

    /** What is held under this identifier, and what a read makes of it. */
    TierView view(String identifier, Instant date) {
        long now = ticker.read();
        return cache.get(identifier).map(copy -> {
            CacheEntry<V> entry = copy.entry();
            return new TierView(judge.verdict(copy, now),
                    Optional.of(new TierView.Held(entry.value().isEmpty(), Duration
                            .between(entry.createdAt(), date), Duration.ofNanos(copy.times().fresh() - now),
                            entry.provenance()
                                    .stamp(),
                            stamps.required(entry))));
        }).orElseGet(() -> TierView.of(TierVerdict.NOTHING));
    }

    /** To be taken before anything is read that {@link #store} shall keep. */
    Ticket ticket(String identifier) {
        return tickets.take(identifier, ticker.read());
    }

    /**
     * Stores a copy of what L2 holds, unless something has changed since the ticket was taken.
     *
     * @param askedAt reading of the ticker before L2 was asked
     * @param remaining what L2 said is left of the entry's life
     */
    void store(Ticket ticket, CacheEntry<V> entry, long askedAt, Duration remaining) {
        if (!ticket.isVoided() && isAdmitted(entry)) {
            cache.putIf(ticket.identifier(), copy(ticket, entry, askedAt, remaining), () -> tickets.holds(ticket));
        }
    }

    /** As {@link #store}, of what was loaded just now: where it may not be stored, nothing older stays in its place. */
    void replace(Ticket ticket, CacheEntry<V> entry, long askedAt) {
        if (ticket.isVoided()) {
            cache.remove(ticket.identifier());
        } else {
            store(ticket, entry, askedAt, entry.life());
        }
    }

    /**
     * An own change of the identifier: in one atomic step, counts it, and stores the entry if the ticket had held until
     * then, or else removes what is there.
     */
    void change(Ticket ticket, CacheEntry<V> entry, long askedAt) {
        if (isAdmitted(entry)) {
            cache.putOrRemove(ticket.identifier(), copy(ticket, entry, askedAt, entry.life()), () -> {
                boolean held = tickets.holds(ticket);
                tickets.changed(ticket.identifier());
                return held;
            });
            uses.changed(ticket.identifier());
        } else {
            remove(ticket.identifier());
        }
    }

    private boolean isAdmitted(CacheEntry<V> entry) {
        cache.fit(admission.limits());
        return admission.admits(entry, cache::usage, this::sweep);
    }

    /** As above, for a write that may leave its value in L2 alone. */
    void change(Ticket ticket, CacheEntry<V> entry, long askedAt, WriteTarget target) {
        switch (target) {
            case BOTH, L1_ONLY -> change(ticket, entry, askedAt);
            case L2_ONLY -> remove(ticket.identifier());
        }
    }

    private LocalEntry<V> copy(Ticket ticket, CacheEntry<V> entry, long askedAt, Duration life) {
        return new LocalEntry<>(entry, entry.asFoundIn(Tier.L1), admission.times(ticket.takenAt(), entry, askedAt,
                life), ticket.epoch());
    }

    /** How often the keys are used. */
    KeyUses uses() {
        return uses;
    }

    /** Whether reads prolong entries. */
    boolean isSliding() {
        return admission.isSliding();
    }

    /** Counts a change of the identifier, and removes the copy. */
    void remove(String identifier) {
        tickets.changed(identifier);
        cache.remove(identifier);
        uses.changed(identifier);
    }

    /** Drops the copies that are of no use to anybody any more, and would hold their places for ever. */
    private void sweep() {
        long now = ticker.read();
        cache.removeIf(copy -> copy.times().end() - now <= 0 || !isValid(copy, now));
    }

    /** Drops what is selected, and what is being loaded of it: counts first, removes second. */
    void forget(KeySelection selection) {
        switch (selection) {
            case KeySelection.Keys(var keys) -> keys.stream().filter(key -> key.namespace().equals(admission
                    .namespace())).forEach(key -> remove(key.identifier()));
            case KeySelection.ByName _, KeySelection.Stamped _ -> {
                tickets.anyChanged();
                cache.removeIf(copy -> selection.selects(copy.entry().key(), copy.entry().tags()));
            }
        }
    }

    /** Drops everything, and everything that is being loaded. */
    void forgetAll() {
        tickets.newEpoch();
        cache.removeIf(copy -> true);
    }

    LocalUsage usage() {
        return cache.usage();
    }
}
