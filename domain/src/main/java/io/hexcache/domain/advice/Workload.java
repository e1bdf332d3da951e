package io.hexcache.domain.advice;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;

/**
 * What was measured of one thing, or of a group of things that are used alike, and what its readers put up with.
 *
 * @param loadTime mean time of a load from the source
 * @param readsPerSecond mean rate, 0 or more
 * @param writesPerSecond mean rate of changes, 0 or more
 * @param toleratedStaleness how old a value its readers accept; zero means that they accept only the current one
 */
public record Workload(Duration loadTime, double readsPerSecond, double writesPerSecond, Duration toleratedStaleness) {

    /** Checks that nothing is negative, and that both rates are numbers. */
    public Workload {
        check("load time", loadTime.isNegative(), loadTime);
        check("tolerated staleness", toleratedStaleness.isNegative(), toleratedStaleness);
        check("read rate", !(readsPerSecond >= 0 && Double.isFinite(readsPerSecond)), readsPerSecond);
        check("write rate", !(writesPerSecond >= 0 && Double.isFinite(writesPerSecond)), writesPerSecond);
    }

    private static void check(String name, boolean isWrong, Object value) {
        if (isWrong) {
            throw new CacheConfigurationException("the " + name + " is " + value + "; it must be 0 or more");
        }
    }

    /** Whether the readers accept only the current value. */
    boolean isStrict() {
        return toleratedStaleness.isZero();
    }

    /** Writes among all accesses, 0 to 1. */
    double writeShare() {
        double accesses = readsPerSecond + writesPerSecond;
        return accesses == 0 ? 0 : writesPerSecond / accesses;
    }

    /** Reads among all accesses, 0 to 1. */
    double readShare() {
        return 1 - writeShare();
    }

    double changesPerHour() {
        return writesPerSecond * Duration.ofHours(1).toSeconds();
    }
}
