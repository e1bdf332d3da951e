package io.hexcache.benchmarks.hit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.hexcache.domain.policy.LocalLimits;
import java.time.Duration;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The other side: Caffeine with the same bounds, a ttl for each entry, and its statistics. */
@State(Scope.Benchmark)
public class CaffeineSide {

    /** A value that knows its ttl, as Caffeine's variable expiry wants it. */
    record Timed(String value, Duration ttl) {}

    Cache<String, Timed> cache = Caffeine.newBuilder().maximumWeight(LocalLimits.DEFAULT.maxBytes())
            .weigher((String key, Timed timed) -> (int) Math.max(timed.value().length(), LocalLimits.DEFAULT
                    .minimumWeight()))
            .expireAfter(Expiry.<String, Timed>creating((key, timed) -> timed.ttl())).recordStats().build();

    /** Fills it. */
    @Setup(Level.Trial)
    public void fill() {
        Workload workload = new Workload();
        workload.keys().forEach(key -> cache.put(key, new Timed(workload.value(key), workload.ttl(key))));
    }

    /** As on our side. */
    @TearDown(Level.Trial)
    public void check() {
        if (cache.stats().missCount() > 0 || cache.stats().hitCount() == 0) {
            throw new IllegalStateException(cache.stats().missCount() + " reads were no hits");
        }
    }
}
