package io.hexcache.domain.advice;

import java.time.Duration;
import java.util.Locale;

/** The advisor's reasons in words, the same in every locale. */
final class Sentences {

    private Sentences() {}

    static String slowLoad(Workload workload) {
        return String.format(Locale.ROOT, "A load takes %d ms, more than 100 ms.", workload.loadTime().toMillis());
    }

    static String manyReads(Workload workload) {
        return String.format(Locale.ROOT, "There are %.3g reads per second, more than 10.", workload.readsPerSecond());
    }

    static String fewChanges(Workload workload) {
        return String.format(Locale.ROOT, "It changes %.2g times per hour, less than once.", workload.changesPerHour());
    }

    static String littleToGain(Workload workload) {
        return String.format(Locale.ROOT, "A load takes only %d ms, there are only %.3g reads per second, and the value"
                + " changes %.3g times per hour: there is little to gain.", workload.loadTime().toMillis(),
                workload
                        .readsPerSecond(),
                workload.changesPerHour());
    }

    static String goneBeforeRead(Duration ttl, double readsPerCopy) {
        return String.format(Locale.ROOT,
                "A copy would live for %s and be read %.2g times meanwhile: it would mostly be"
                        + " gone before it is read again.",
                ttl, readsPerCopy);
    }

    static String lifetime(Workload workload, Duration ttl) {
        if (workload.isStrict()) {
            return "Its readers want the current value: every write removes the copy, and the ttl is only a net under"
                    + " changes that are made past the cache.";
        }
        return String.format(Locale.ROOT, "A copy lives for %s: about as long as the value stays the same, and not"
                + " longer than its readers tolerate.", ttl);
    }

    static String writeBehind(Workload workload) {
        return manyWrites(workload) + ": writes to one key collapse while they wait for the source.";
    }

    static String strictAndMostlyWritten(Workload workload) {
        return manyWrites(workload) + ", and its readers want the current value: copies would be replaced before they"
                + " are read, and write-behind shows older values on other nodes.";
    }

    private static String manyWrites(Workload workload) {
        return String.format(Locale.ROOT, "%.0f %% of the accesses are writes, more than 70 %%", 100 * workload
                .writeShare());
    }

    static String writeThrough(Workload workload) {
        return String.format(Locale.ROOT, "%.0f %% of the accesses are reads, more than 80 %%, and want the current"
                + " value: write through.", 100 * workload.readShare());
    }

    static String cacheAside() {
        return "Nothing calls for another pattern than cache-aside; invalidate after each write.";
    }
}
