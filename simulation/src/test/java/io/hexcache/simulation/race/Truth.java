package io.hexcache.simulation.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.port.WritableSource;
import io.hexcache.simulation.world.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The source of the one key of a race: all its states, the first of which is that there is nothing. */
final class Truth implements WritableSource<Versioned> {

    private final Promises promises;
    private final List<Boolean> states = new ArrayList<>(List.of(false));
    private Runnable afterCommit = () -> {};
    private int loads;

    Truth(Promises promises) {
        this.promises = promises;
    }

    /** The number of the state that holds now. */
    long version() {
        return states.size() - 1L;
    }

    /** How often it was read. */
    int loads() {
        return loads;
    }

    /** From now on this follows each write, before the writer knows of it. */
    void afterCommit(Runnable action) {
        afterCommit = action;
    }

    /** Somebody changes it who knows nothing of caches. */
    long commit(boolean present) {
        states.add(present);
        return version();
    }

    @Override
    public Optional<Versioned> load(String identifier) {
        loads++;
        return states.getLast() ? Optional.of(new Versioned(identifier, version())) : Optional.empty();
    }

    @Override
    public Versioned store(String identifier, Versioned value) {
        promises.isAbout(commit(true));
        afterCommit.run();
        return new Versioned(identifier, version());
    }

    @Override
    public boolean delete(String identifier) {
        boolean existed = states.getLast();
        promises.isAbout(commit(false));
        return existed;
    }

    /** What was read is this state or a later one. A miss says nothing. */
    void checkNotOlder(Lookup<Versioned> found, long least, String reader) {
        switch (found) {
            case Lookup.Hit<Versioned> hit ->
                    assertThat(hit.found().version()).as("version that %s reads", reader).isGreaterThanOrEqualTo(least);
            case Lookup.Absent<Versioned> _ ->
                    assertThat(states.subList((int) least, states.size())).as("states from number %d on, of which %s "
                            + "reads that there is nothing", least, reader).contains(false);
            case Lookup.Miss<Versioned> _ -> {
                // Nothing is served.
            }
        }
    }

    /** What was read is what holds now. */
    void checkCurrent(Lookup<Versioned> found, String reader) {
        switch (found) {
            case Lookup.Hit<Versioned> hit -> assertThat(hit.found().version()).as("version that %s reads at the end",
                    reader).isEqualTo(states.getLast() ? version() : -1);
            case Lookup.Absent<Versioned> _ -> assertThat(states.getLast()).as("something is there, and %s reads at "
                    + "the end that there is nothing", reader).isFalse();
            case Lookup.Miss<Versioned> _ -> {
                // Nothing is served.
            }
        }
    }
}
