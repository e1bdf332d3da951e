package io.hexcache.simulation.port;

import io.hexcache.domain.port.WritableSource;
import io.hexcache.simulation.port.Call.Operation;
import java.util.Optional;

/** A source of truth behind a passage. */
public final class PassingSource<V> implements WritableSource<V> {

    private final WritableSource<V> source;
    private final Passage passage;

    /** This source, reached on this way. */
    public PassingSource(WritableSource<V> source, Passage passage) {
        this.source = source;
        this.passage = passage;
    }

    @Override
    public Optional<V> load(String identifier) {
        return passage.pass(new Call(Operation.SOURCE_LOAD, identifier), () -> source.load(identifier));
    }

    @Override
    public V store(String identifier, V value) {
        return passage.pass(new Call(Operation.SOURCE_STORE, identifier), () -> source.store(identifier, value));
    }

    @Override
    public boolean delete(String identifier) {
        return passage.pass(new Call(Operation.SOURCE_STORE, identifier), () -> source.delete(identifier));
    }
}
