package io.hexcache.domain.strategy;

import io.hexcache.domain.scope.LoadScope;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The load of one key under way, which others may join.
 *
 * @param <R> what the load answers
 */
final class Flight<R> {

    private final Errand errand;
    private final long startedAt;
    private final Places places;
    private final CompletableFuture<R> outcome = new CompletableFuture<>();
    private volatile Optional<Interim<R>> interim = Optional.empty();

    private record Interim<R>(R answer, long expiry) {}

    /** A load that begins now, as this errand or a part of it, and takes one of these places. */
    Flight(Errand errand, long startedAt, Places places) {
        this.errand = errand;
        this.startedAt = startedAt;
        this.places = places;
    }

    /** The work that this load is, or is a part of. */
    Errand errand() {
        return errand;
    }

    /** Where it has its place as long as others can join it. */
    Places places() {
        return places;
    }

    /** What the answer is made of, or a part of. */
    LoadScope made() {
        return errand.made();
    }

    long startedAt() {
        return startedAt;
    }

    /** The result or the exception, once the load has ended. */
    CompletableFuture<R> outcome() {
        return outcome;
    }

    /** An answer for those who do not want to wait for the load: a value that expires no earlier than this. */
    Optional<R> interim(long earliestExpiry) {
        return interim.filter(offered -> offered.expiry() - earliestExpiry >= 0).map(Interim::answer);
    }

    /** Here is such an answer, which expires, or has expired, at this reading of the ticker. */
    void offer(R answer, long expiry) {
        interim = Optional.of(new Interim<>(answer, expiry));
    }
}
