package io.hexcache.simulation.run;

import io.hexcache.domain.port.WritableSource;
import io.hexcache.simulation.world.Versioned;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The source of one namespace. Each change makes a new version. */
final class SimulatedSource implements WritableSource<Versioned> {

    /** What the source of a failure looks like to the code that asked. */
    static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1;

        Broken(String when) {
            super("the source broke down " + when, null, false, false);
        }
    }

    private final String namespace;
    private final Ledger ledger;
    private final BooleanSupplier breaks;

    SimulatedSource(String namespace, Ledger ledger, BooleanSupplier breaks) {
        this.namespace = namespace;
        this.ledger = ledger;
        this.breaks = breaks;
    }

    private String key(String identifier) {
        return namespace + ":" + identifier;
    }

    @Override
    public Optional<Versioned> load(String identifier) {
        return ledger.atSource(key(identifier)).map(version -> new Versioned(identifier, version));
    }

    @Override
    public Versioned store(String identifier, Versioned value) {
        return new Versioned(identifier, commit(identifier, true));
    }

    @Override
    public boolean delete(String identifier) {
        boolean existed = ledger.atSource(key(identifier)).isPresent();
        commit(identifier, false);
        return existed;
    }

    private long commit(String identifier, boolean present) {
        if (breaks.getAsBoolean()) {
            throw new Broken("before the commit");
        }
        long version = ledger.commit(key(identifier), present);
        if (breaks.getAsBoolean()) {
            throw new Broken("after the commit of version " + version);
        }
        return version;
    }

    /** Where the states of all keys stand. */
    interface Ledger {

        /** The newest version; none if there is nothing. */
        Optional<Long> atSource(String key);

        /** A new version, made by the change that the running task is about. */
        long commit(String key, boolean present);
    }
}
