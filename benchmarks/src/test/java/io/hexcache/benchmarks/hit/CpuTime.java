package io.hexcache.benchmarks.hit;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * What the process has computed per operation, all its threads together. Unlike the time that passes, it does not grow
 * while other processes hold the processors.
 */
public final class CpuTime implements InternalProfiler {

    static final String PER_OPERATION = "cpu.norm";

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long before;

    @Override
    public String getDescription() {
        return "processor time of the process per operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = system.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
            IterationResult result) {
        double used = system.getProcessCpuTime() - before;
        double perOperation = used / Math.max(1, result.getMetadata().getAllOps());
        return List.of(new ScalarResult(PER_OPERATION, perOperation, "ns/op", AggregationPolicy.AVG));
    }
}
