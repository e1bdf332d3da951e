package io.hexcache.infrastructure.redis;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How many callers may share one round trip: so many that its replies take about {@value #BYTES} bytes, by what callers
 * were answered lately. Replies that take longer to travel than a command may take would fail for everybody.
 */
final class GoLimit {

    private static final int BYTES = 1 << 20;
    private static final int FEWEST = 16;
    private static final int MOST = 512;

    /** Bytes for each caller, in sixteenths, so that small ones are not rounded away. */
    private final AtomicLong average = new AtomicLong();

    int callers() {
        return Math.clamp(16L * BYTES / Math.max(1, average.get()), FEWEST, MOST);
    }

    /** Callers were answered this; the latest answers count for an eighth. */
    void answered(List<List<@Nullable Object>> replies) {
        long bytes = 0;
        for (List<@Nullable Object> some : replies) {
            for (Object reply : some) {
                bytes += length(reply);
            }
        }
        long latest = 16 * bytes / replies.size();
        average.updateAndGet(before -> before + (latest - before) / 8);
    }

    private static int length(@Nullable Object reply) {
        return switch (reply) {
            case byte[] text -> text.length;
            case Seen seen when seen.bytes() != null -> seen.bytes().length;
            case null, default -> 0;
        };
    }
}
