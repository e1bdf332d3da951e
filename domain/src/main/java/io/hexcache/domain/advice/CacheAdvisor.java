package io.hexcache.domain.advice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Says whether a workload is worth caching, for how long and in which way.
 *
 * <p>
 * One argument is enough: a load takes more than 100 ms, or there are more than 10 reads per second, or less than one
 * change per hour. It is not enough where a copy would be gone before it is read again. More than 70 % writes call for
 * write-behind, unless only the current value will do; more than 80 % reads that want the current value call for
 * write-through. A copy lives about as long as the value stays the same, and no longer than its readers tolerate.
 */
public final class CacheAdvisor {

    private static final Duration SLOW_LOAD = Duration.ofMillis(100);
    private static final double MANY_READS_PER_SECOND = 10;
    private static final double FEW_CHANGES_PER_HOUR = 1;
    private static final double MANY_WRITES = 0.7;
    private static final double MANY_READS = 0.8;
    private static final Duration LONGEST_TTL = Duration.ofHours(24);
    private static final Duration SHORTEST_TTL = Duration.ofMillis(1);

    /** For strict readers the ttl is no promise, only a net under changes that are made past the cache. */
    private static final Duration STRICT_TTL = Duration.ofMinutes(1);

    /** An advisor with the thresholds above. */
    public CacheAdvisor() {
        // The thresholds are part of the rule, not a setting.
    }

    /** The advice for this workload. */
    public Advice advise(Workload workload) {
        if (workload.writeShare() > MANY_WRITES) {
            return adviseOnWrites(workload);
        }
        List<String> reasons = argumentsFor(workload);
        if (reasons.isEmpty()) {
            return new Advice.DoNotCache(List.of(Sentences.littleToGain(workload)));
        }
        Duration ttl = ttl(workload);
        double readsPerCopy = workload.readsPerSecond() * ttl.toNanos() / 1e9;
        if (readsPerCopy < 1) {
            return new Advice.DoNotCache(List.of(Sentences.goneBeforeRead(ttl, readsPerCopy)));
        }
        reasons.add(Sentences.lifetime(workload, ttl));
        if (workload.isStrict() && workload.readShare() > MANY_READS) {
            reasons.add(Sentences.writeThrough(workload));
            return new Advice.DoCache(ttl, CachingPattern.WRITE_THROUGH, reasons);
        }
        reasons.add(Sentences.cacheAside());
        return new Advice.DoCache(ttl, CachingPattern.CACHE_ASIDE, reasons);
    }

    private static Advice adviseOnWrites(Workload workload) {
        if (workload.isStrict()) {
            return new Advice.DoNotCache(List.of(Sentences.strictAndMostlyWritten(workload)));
        }
        return new Advice.DoCache(ttl(workload), CachingPattern.WRITE_BEHIND, List.of(Sentences.writeBehind(workload)));
    }

    private static List<String> argumentsFor(Workload workload) {
        List<String> reasons = new ArrayList<>();
        if (workload.loadTime().compareTo(SLOW_LOAD) > 0) {
            reasons.add(Sentences.slowLoad(workload));
        }
        if (workload.readsPerSecond() > MANY_READS_PER_SECOND) {
            reasons.add(Sentences.manyReads(workload));
        }
        if (workload.changesPerHour() < FEW_CHANGES_PER_HOUR) {
            reasons.add(Sentences.fewChanges(workload));
        }
        return reasons;
    }

    private static Duration ttl(Workload workload) {
        Duration tolerated = workload.isStrict() ? STRICT_TTL : workload.toleratedStaleness();
        // A rate of 0 makes this infinite, which the cast turns into the largest long.
        long nanosBetweenWrites = (long) (1e9 / workload.writesPerSecond());
        Duration unchanged = Duration.ofNanos(Math.clamp(nanosBetweenWrites, SHORTEST_TTL.toNanos(), LONGEST_TTL
                .toNanos()));
        return unchanged.compareTo(tolerated) < 0 ? unchanged : tolerated;
    }
}
