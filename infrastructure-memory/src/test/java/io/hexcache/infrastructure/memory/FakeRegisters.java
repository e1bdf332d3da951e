package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.Subject;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.Stamps;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Registers one after the other on a clock that a test turns: each begins empty where the one before it was lost. */
final class FakeRegisters implements StampRegister {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05.678901Z"));
    private final Function<InstantSource, StampRegister> factory;
    private final AtomicReference<StampRegister> current;

    FakeRegisters(Function<InstantSource, StampRegister> factory) {
        this.factory = factory;
        this.current = new AtomicReference<>(factory.apply(now::get));
    }

    @Override
    public Stamps read(long since, long told) {
        return current.get().read(since, told);
    }

    @Override
    public Stamps stamp(Set<Subject> subjects, long told) {
        return current.get().stamp(subjects, told);
    }

    void loseEverything() {
        current.set(factory.apply(now::get));
    }

    void letPass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    long clockMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, now.get());
    }
}
