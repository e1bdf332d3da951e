package io.hexcache.domain.existence;

import io.hexcache.domain.port.ExistenceFilter;
import io.hexcache.domain.port.SourceKeys;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Builds a filter from what the source lists, and remembers how that went. One build at a time. */
final class FilterBuild {

    private final SourceKeys source;
    private final Supplier<ExistenceFilter> filters;
    private final Generations generations;
    private final AtomicLong listed = new AtomicLong();
    private final AtomicReference<Optional<String>> failure = new AtomicReference<>(Optional.empty());

    FilterBuild(SourceKeys source, Supplier<ExistenceFilter> filters, Generations generations) {
        this.source = source;
        this.filters = filters;
        this.generations = generations;
    }

    void run() {
        ExistenceFilter filter = filters.get();
        generations.begin(filter);
        listed.set(0);
        // The source is asked after begin(): what is created and told of before it is listed, what comes later is told.
        try (Stream<String> identifiers = source.identifiers()) {
            Iterator<String> each = identifiers.iterator();
            while (generations.isGrowing(filter) && each.hasNext()) {
                filter.add(each.next());
                listed.incrementAndGet();
            }
            generations.complete(filter);
            failure.set(Optional.empty());
        } catch (RuntimeException broken) {
            // Nothing is lost: the filter before stays in use, or "maybe" is the answer; an operator sees why.
            failed(broken);
        } finally {
            generations.giveUp(filter);
        }
    }

    void failed(RuntimeException cause) {
        failure.set(Optional.of(cause.toString()));
    }

    long listed() {
        return listed.get();
    }

    Optional<String> failure() {
        return Objects.requireNonNull(failure.get(), "set by the constructor");
    }
}
