package io.hexcache.simulation.port;

import io.hexcache.domain.key.Subject;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.Stamps;
import io.hexcache.simulation.port.Call.Operation;
import java.util.Set;

/** A register behind a passage. */
public final class PassingRegister implements StampRegister {

    private final StampRegister register;
    private final Passage passage;

    /** This register, reached on this way. */
    public PassingRegister(StampRegister register, Passage passage) {
        this.register = register;
        this.passage = passage;
    }

    @Override
    public Stamps read(long since, long told) {
        return passage.pass(new Call(Operation.STAMPS, since), () -> register.read(since, told));
    }

    @Override
    public Stamps stamp(Set<Subject> subjects, long told) {
        return passage.pass(new Call(Operation.STAMP, subjects), () -> register.stamp(subjects, told));
    }
}
