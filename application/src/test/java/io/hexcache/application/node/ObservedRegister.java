package io.hexcache.application.node;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.key.Subject;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.Stamps;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A register that is away whenever its store is. */
record ObservedRegister(StampRegister register, BooleanSupplier away) implements StampRegister {

    private void check() {
        if (away.getAsBoolean()) {
            throw new CacheConnectionException("the register is away; bring it back");
        }
    }

    @Override
    public Stamps read(long since, long told) {
        check();
        return register.read(since, told);
    }

    @Override
    public Stamps stamp(Set<Subject> subjects, long told) {
        check();
        return register.stamp(subjects, told);
    }
}
