package io.hexcache.infrastructure.resilience4j;

import io.hexcache.contract.StampRegisterContract;
import io.hexcache.domain.key.Subject;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.Stamps;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import io.hexcache.infrastructure.memory.MemorySettings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

final class BreakingStampRegisterTest extends StampRegisterContract {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05.678901Z"));
    private final AtomicReference<StampRegister> current = new AtomicReference<>(fresh());

    private StampRegister fresh() {
        return new MemoryAdapters(new FakeTicker(), now::get, MemorySettings.DEFAULT).stampRegister();
    }

    @Override
    public StampRegister emptyRegister() {
        return Behind.closed().around(new StampRegister() {

            @Override
            public Stamps read(long since, long told) {
                return current.get().read(since, told);
            }

            @Override
            public Stamps stamp(Set<Subject> subjects, long told) {
                return current.get().stamp(subjects, told);
            }
        });
    }

    @Override
    public Optional<StampRegister> unreachableRegister() {
        return Optional.of(Behind.open().around(Behind.away(StampRegister.class, fresh())));
    }

    @Override
    public void loseEverything() {
        current.set(fresh());
    }

    @Override
    public void letPass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Override
    public long clockMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, now.get());
    }
}
