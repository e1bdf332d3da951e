package io.hexcache.simulation.race;

import io.hexcache.domain.invalidation.Completion;
import io.hexcache.simulation.schedule.Scheduler;
import io.hexcache.simulation.schedule.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was promised to whom: a change to the node that made it at once, to others once it is complete and they have
 * heard of it.
 */
final class Promises {

    /** One change, from its beginning on. */
    static final class Pledge {

        private final List<Racer> told = new ArrayList<>();
        private long version;
        private boolean complete;

        /** The message of this change has arrived there. */
        void heardBy(Racer racer) {
            told.add(racer);
            honour();
        }

        private void honour() {
            if (complete) {
                told.forEach(racer -> racer.owes(version));
            }
        }
    }

    private final Scheduler scheduler;
    private final Map<Optional<Task>, Pledge> open = new HashMap<>();
    private long completed;

    Promises(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** The running task changes something. */
    void change(Racer racer, long version, Supplier<Completion> step) {
        Pledge pledge = new Pledge();
        pledge.version = version;
        Optional<Task> task = scheduler.running();
        open.put(task, pledge);
        try {
            switch (step.get()) {
                case COMPLETE -> {
                    pledge.complete = true;
                    completed = Math.max(completed, pledge.version);
                    pledge.heardBy(racer);
                }
                case DEFERRED -> racer.owes(pledge.version);
            }
        } finally {
            open.remove(task);
        }
    }

    /** The change that the running task makes has led to this state of the source. */
    void isAbout(long version) {
        current().ifPresent(pledge -> pledge.version = version);
    }

    /** The change that the running task makes. */
    Optional<Pledge> current() {
        return Optional.ofNullable(open.get(scheduler.running()));
    }

    /** The last state of which the change is complete. */
    long completed() {
        return completed;
    }
}
