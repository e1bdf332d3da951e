package io.hexcache.benchmarks.hit;

import io.hexcache.domain.key.Subject;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.Stamps;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts its calls. */
record CountedRegister(StampRegister register, AtomicInteger calls) implements StampRegister {

    @Override
    public Stamps read(long since, long told) {
        calls.incrementAndGet();
        return register.read(since, told);
    }

    @Override
    public Stamps stamp(Set<Subject> subjects, long told) {
        calls.incrementAndGet();
        return register.stamp(subjects, told);
    }
}
