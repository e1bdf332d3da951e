package io.hexcache.contract;

import io.hexcache.domain.key.Subject;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.Stamps;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What the tests of a register need from the adapter's side: registers, their loss, and their clock. */
interface RegisterUnderTest {

    /** A register in which nothing was ever stamped; called once per test. */
    StampRegister emptyRegister();

    /** A register whose other side is away; empty if it has none. */
    Optional<StampRegister> unreachableRegister();

    /** Takes everything away from the register of this test: its other side lost it, and the nodes go on with it. */
    void loseEverything();

    /** Sets the clock of the register forth; where it is a real one this does nothing. */
    void letPass(Duration time);

    /** The clock of the register in microseconds, or of a real clock that is the same but for a second. */
    long clockMicros();

    /** The register of this test. */
    StampRegister register();

    /** Stamps these, for a node that knows of no stamp. */
    default Stamps stamp(Subject... subjects) {
        return register().stamp(Set.of(subjects), 0);
    }
}
