package io.hexcache.infrastructure.resilience4j;

import io.hexcache.domain.key.Subject;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.Stamps;
import java.util.Set;

/** A register behind breakers. */
record BreakingStampRegister(StampRegister register, Breaker reads, Breaker writes) implements StampRegister {

    @Override
    public Stamps read(long since, long told) {
        return reads.call(() -> register.read(since, told));
    }

    @Override
    public Stamps stamp(Set<Subject> subjects, long told) {
        return writes.call(() -> register.stamp(subjects, told));
    }
}
