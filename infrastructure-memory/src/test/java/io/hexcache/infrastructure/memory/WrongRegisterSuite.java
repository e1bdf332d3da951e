package io.hexcache.infrastructure.memory;

import io.hexcache.contract.OnlyForVerdict;
import io.hexcache.contract.StampRegisterContract;
import io.hexcache.domain.port.StampRegister;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** The suite of registers on one that is wrong on purpose. */
@OnlyForVerdict
abstract class WrongRegisterSuite extends StampRegisterContract {

    private final FakeRegisters registers;

    WrongRegisterSuite(Function<InstantSource, StampRegister> wrong) {
        this.registers = new FakeRegisters(wrong);
    }

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
