package io.hexcache.infrastructure.memory;

import io.hexcache.contract.StampRegisterContract;
import io.hexcache.domain.port.StampRegister;
import java.time.Duration;
import java.util.Optional;

/** A register in memory loses what it holds with its process only, so another one takes its place then. */
final class MemoryStampRegisterTest extends StampRegisterContract {

    private final FakeRegisters registers = new FakeRegisters(
            clock -> new MemoryAdapters(new FakeTicker(), clock, MemorySettings.DEFAULT).stampRegister());

    @Override
    public StampRegister emptyRegister() {
        return registers;
    }

    @Override
    public Optional<StampRegister> unreachableRegister() {
        return Optional.empty();
    }

    @Override
    public void loseEverything() {
        registers.loseEverything();
    }

    @Override
    public void letPass(Duration time) {
        registers.letPass(time);
    }

    @Override
    public long clockMicros() {
        return registers.clockMicros();
    }
}
