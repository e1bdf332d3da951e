package io.hexcache.domain.existence;

import io.hexcache.domain.port.ExistenceFilter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The filter in use and the one under construction. Keys are added to both, so that a build misses nothing that is
 * created meanwhile: who creates a key adds it after the source has taken it. Whoever adds before a build begins is
 * therefore listed by the source in that build, and whoever adds later finds the new filter here.
 */
final class Generations {

    private record Pair(boolean open, Optional<ExistenceFilter> complete, Optional<ExistenceFilter> growing) {

        static final Pair NONE = new Pair(true, Optional.empty(), Optional.empty());
        static final Pair CLOSED = new Pair(false, Optional.empty(), Optional.empty());

        boolean isGrowing(ExistenceFilter filter) {
            return growing.filter(filter::equals).isPresent();
        }
    }

    private final AtomicReference<Pair> current = new AtomicReference<>(Pair.NONE);

    Optional<ExistenceFilter> complete() {
        return pair().complete();
    }

    boolean isGrowing() {
        return pair().growing().isPresent();
    }

    boolean isGrowing(ExistenceFilter filter) {
        return pair().isGrowing(filter);
    }

    void add(String identifier) {
        Pair pair = pair();
        pair.complete().ifPresent(filter -> filter.add(identifier));
        pair.growing().ifPresent(filter -> filter.add(identifier));
    }

    /** From now on keys are added to this filter too, unless this is closed. */
    void begin(ExistenceFilter filter) {
        current.updateAndGet(pair -> pair.open() ? new Pair(true, pair.complete(), Optional.of(filter)) : pair);
    }

    /** Uses the filter from now on, unless everything was forgotten since it began; whether it does. */
    boolean complete(ExistenceFilter filter) {
        Pair before = current.getAndUpdate(pair -> pair.isGrowing(filter)
                ? new Pair(true, Optional.of(filter), Optional.empty())
                : pair);
        return Objects.requireNonNull(before, "set by the constructor").isGrowing(filter);
    }

    /** Gives the filter up; the one in use stays, since it was told of everything all the time. */
    void giveUp(ExistenceFilter filter) {
        current.updateAndGet(pair -> pair.isGrowing(filter) ? new Pair(true, pair.complete(), Optional.empty()) : pair);
    }

    void forget() {
        current.updateAndGet(pair -> pair.open() ? Pair.NONE : pair);
    }

    void close() {
        current.set(Pair.CLOSED);
    }

    private Pair pair() {
        return Objects.requireNonNull(current.get(), "set by the constructor");
    }
}
