package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.Subject;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.Stamps;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The register of stamps in the memory of this process, each call under one lock. It keeps the subjects in the order
 * of their stamps, and when it is full it forgets the oldest.
 */
final class MemoryStampRegister implements StampRegister {

    private final InstantSource clock;
    private final int maxSubjects;
    private final SequencedMap<Subject, Long> stamps = new LinkedHashMap<>();
    private final AtomicLong last = new AtomicLong();
    private final AtomicLong floor = new AtomicLong();

    MemoryStampRegister(InstantSource clock, int maxSubjects) {
        this.clock = clock;
        this.maxSubjects = maxSubjects;
    }

    @Override
    public synchronized Stamps read(long since, long told) {
        heal(told);
        Map<Subject, Long> later = new HashMap<>();
        for (Map.Entry<Subject, Long> stamped : stamps.reversed().entrySet()) {
            if (stamped.getValue() <= since) {
                break;
            }
            later.put(stamped.getKey(), stamped.getValue());
        }
        return new Stamps(last.get(), floor.get(), later);
    }

    @Override
    public synchronized Stamps stamp(Set<Subject> subjects, long told) {
        heal(told);
        long stamp = Math.max(last.get() + 1, micros());
        last.set(stamp);
        Map<Subject, Long> given = new HashMap<>();
        for (Subject subject : subjects) {
            stamps.putLast(subject, stamp);
            given.put(subject, stamp);
        }
        while (stamps.size() > maxSubjects) {
            floor.set(stamps.pollFirstEntry().getValue());
        }
        return new Stamps(stamp, floor.get(), given);
    }

    /** Begins anew, above everything that was ever stamped, if this register is not the one that stamped it. */
    private void heal(long told) {
        if (last.get() == 0 || told > last.get()) {
            long beginning = Math.max(micros(), told) + 1;
            stamps.clear();
            last.set(beginning);
            floor.set(beginning);
        }
    }

    private long micros() {
        Instant now = clock.instant();
        return TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(now.getNano());
    }
}
