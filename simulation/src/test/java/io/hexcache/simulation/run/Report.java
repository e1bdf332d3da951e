package io.hexcache.simulation.run;

import io.hexcache.domain.entry.Tier;
import io.hexcache.simulation.world.Counts;
import java.util.EnumMap;
import java.util.Map;

/** What happened in one run, or in many. */
final class Report {

    final Counts faults = new Counts();
    final Map<Tier, Long> hits = new EnumMap<>(Tier.class);
    long reads;
    long changes;
    long stale;
    long explained;
    long readFailures;
    long changeFailures;
    long deferred;
    long steps;

    /** Keys whose last change is outside of the promise at the end of a run. */
    long excluded;

    void hit(Tier tier) {
        hits.merge(tier, 1L, Long::sum);
    }

    long operations() {
        return reads + changes;
    }

    /** Share of the reads that L1 answered. */
    double localShare() {
        return reads == 0 ? 0 : (double) hits.getOrDefault(Tier.L1, 0L) / reads;
    }

    /** Share of the operations that change something. */
    double changeShare() {
        return operations() == 0 ? 0 : (double) changes / operations();
    }

    void add(Report other) {
        faults.add(other.faults);
        other.hits.forEach((tier, count) -> hits.merge(tier, count, Long::sum));
        reads += other.reads;
        changes += other.changes;
        stale += other.stale;
        explained += other.explained;
        readFailures += other.readFailures;
        changeFailures += other.changeFailures;
        deferred += other.deferred;
        steps += other.steps;
        excluded += other.excluded;
    }

    @Override
    public String toString() {
        String asked = "reads=%d hits=%s stale=%d explained=%d failed=%d"
                .formatted(reads, hits, stale, explained, readFailures);
        String changed = "changes=%d (%.0f %%) deferred=%d failed=%d"
                .formatted(changes, 100 * changeShare(), deferred, changeFailures);
        return asked + " " + changed + " steps=%d excluded=%d faults=%s".formatted(steps, excluded, faults);
    }
}
