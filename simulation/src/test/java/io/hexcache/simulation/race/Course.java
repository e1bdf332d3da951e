package io.hexcache.simulation.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.simulation.port.Call;
import io.hexcache.simulation.port.Call.Operation;
import io.hexcache.simulation.port.Passage;
import io.hexcache.simulation.schedule.Scheduler;
import io.hexcache.simulation.schedule.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where the tasks of a race come to steps. A counted course has one before each call of the chosen operations, so that
 * each task has a fixed number of them and the schedules can be enumerated; a full one has one before and after every
 * call.
 */
final class Course {

    /** Before and after which calls a counted course has a step. */
    record Steps(Set<Operation> before, Set<Operation> after) {}

    private final Scheduler scheduler;
    private final boolean counted;
    private final Steps chosen;
    private final Map<Task, Integer> taken = new HashMap<>();
    private boolean quiet;

    private Course(Scheduler scheduler, boolean counted, Steps chosen) {
        this.scheduler = scheduler;
        this.counted = counted;
        this.chosen = chosen;
    }

    static Course counted(Scheduler scheduler, Steps chosen) {
        return new Course(scheduler, true, chosen);
    }

    static Course full(Scheduler scheduler) {
        return new Course(scheduler, false, new Steps(Set.of(), Set.of()));
    }

    boolean isCounted() {
        return counted;
    }

    void before(Call call) {
        if (!counted || chosen.before().contains(call.operation())) {
            step(call);
        }
    }

    void after(Call call, Object answer) {
        if (!counted || chosen.after().contains(call.operation())) {
            step(new Passage.Answer(call, answer));
        }
    }

    /** A step that is no call. */
    void step(Object what) {
        if (counted && !quiet) {
            scheduler.running().ifPresent(task -> taken.merge(task, 1, Integer::sum));
        }
        scheduler.step(what);
    }

    /** On a counted course this is one step, whatever it calls. */
    <T> T atOnce(Supplier<T> action) {
        if (!counted || quiet) {
            return action.get();
        }
        quiet = true;
        try {
            List<T> answer = new ArrayList<>(1);
            scheduler.undisturbed(() -> answer.add(action.get()));
            return answer.getFirst();
        } finally {
            quiet = false;
        }
    }

    /** Whether a task acts for the race itself, and does not make one step out of many. */
    boolean isOpen() {
        return !quiet && scheduler.isRunning();
    }

    /** The running task has done its part; it makes the steps that are left of its number. */
    void fill(int steps) {
        Task task = scheduler.running().orElseThrow();
        assertThat(taken.getOrDefault(task, 0)).as("steps of %s", task).isLessThanOrEqualTo(steps);
        while (taken.getOrDefault(task, 0) < steps) {
            step("nothing more");
        }
    }
}
