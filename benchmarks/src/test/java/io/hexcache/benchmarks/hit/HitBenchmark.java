package io.hexcache.benchmarks.hit;

import io.hexcache.domain.entry.Lookup;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** One read that L1 answers, on both sides. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HitBenchmark {

    /** Trust, epoch, stamps and expiry are compared, and the hit is counted. */
    @Benchmark
    public Lookup<String> hexcache(HexcacheSide side, Reads reads) {
        return side.cache.get(reads.next());
    }

    /** Expiry is compared, and the hit is counted. */
    @Benchmark
    public CaffeineSide.@Nullable Timed caffeine(CaffeineSide side, Reads reads) {
        return side.cache.getIfPresent(reads.next());
    }
}
