package io.hexcache.simulation.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.simulation.port.Call.Operation;
import io.hexcache.simulation.schedule.Host;
import io.hexcache.simulation.schedule.Scheduler;
import io.hexcache.simulation.schedule.Schedules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * A few tasks on a fleet, and what is checked when they have ended. {@code -Drace.schedules=} says how many schedules
 * are tried at random, {@code -Drace.exhaustive=} up to how many are all tried; of more, so many at random.
 */
final class Race {

    private static final long RANDOM = Long.getLong("race.schedules", 100);
    private static final long EXHAUSTIVE = Long.getLong("race.exhaustive", 150);
    private static final long SEED = 20_260_101;

    private record Part(String name, int node, int steps, Consumer<Fleet> body) {}

    private final String name;
    private final Setting setting;
    private final List<Part> parts = new ArrayList<>();
    private final List<Part> others = new ArrayList<>();
    private final List<Consumer<Fleet>> preparations = new ArrayList<>();
    private final List<Consumer<Fleet>> checks = new ArrayList<>();
    private final Course.Steps chosen = new Course.Steps(EnumSet.noneOf(Operation.class), EnumSet.noneOf(
            Operation.class));

    private Race(String name, Setting setting) {
        this.name = name;
        this.setting = setting;
    }

    static Race of(String name, Setting setting) {
        return new Race(name, setting);
    }

    /** Before these calls a counted course has a step. */
    Race stepsAt(Operation... operations) {
        chosen.before().addAll(List.of(operations));
        return this;
    }

    /** And after these, while the caller has the answer and has done nothing with it. */
    Race stepsAfter(Operation... operations) {
        chosen.after().addAll(List.of(operations));
        return this;
    }

    /** What is so before the race. */
    Race given(Consumer<Fleet> preparation) {
        preparations.add(preparation);
        return this;
    }

    /**
     * A task on this node.
     *
     * @param steps the most that it comes to on a counted course
     */
    Race part(String task, int node, int steps, Consumer<Fleet> body) {
        parts.add(new Part(task, node, steps, body));
        return this;
    }

    /** One more task, which there would be too many schedules with to run them all. */
    Race atRandomAlso(String task, int node, Consumer<Fleet> body) {
        others.add(new Part(task, node, 0, body));
        return this;
    }

    /** What has to be so in the end; if nothing is said, that the fleet settles. */
    Race then(Consumer<Fleet> check) {
        checks.add(check);
        return this;
    }

    /** Every schedule on a counted course; there are as many as there are ways to merge the steps of the parts. */
    Race all() {
        long expected = multinomial();
        if (expected <= EXHAUSTIVE) {
            assertThat(enumerate(expected, true)).as("schedules of %s", name).isEqualTo(expected);
        } else {
            Schedules.small().random(name, EXHAUSTIVE, SEED, scheduler -> counted(scheduler, true));
        }
        return this;
    }

    /** Every schedule on a counted course whose parts wait for each other, so that their number is not known before. */
    Race allThatArePossible(long atMost) {
        assertThat(enumerate(atMost, false)).as("schedules of %s", name).isGreaterThan(1);
        return this;
    }

    private long enumerate(long atMost, boolean even) {
        return Schedules.small().all(name, atMost, scheduler -> counted(scheduler, even));
    }

    private Runnable counted(Scheduler scheduler, boolean even) {
        return begin(scheduler, parts, Course.counted(scheduler, chosen), even);
    }

    private long multinomial() {
        long ways = 1;
        long placed = 0;
        for (Part part : parts) {
            for (long step = 1; step <= part.steps() + 1; step++) {
                ways = ways * ++placed / step;
            }
        }
        return ways;
    }

    /** Many random schedules on a full course. */
    Race random() {
        List<Part> everybody = new ArrayList<>(parts);
        everybody.addAll(others);
        long count = Schedules.small().random(name, RANDOM, SEED, scheduler -> begin(scheduler, everybody, Course.full(
                scheduler), false));
        assertThat(count).isEqualTo(RANDOM);
        return this;
    }

    /** A part in which so many messages arrive at each of these nodes, one at a step. */
    static Consumer<Fleet> arrivals(int times, int... nodes) {
        return fleet -> {
            for (int i = 0; i < times; i++) {
                fleet.step("a message arrives");
                for (int node : nodes) {
                    fleet.node(node).hear();
                }
            }
        };
    }

    private Runnable begin(Scheduler scheduler, List<Part> tasks, Course course, boolean even) {
        Fleet fleet = new Fleet(scheduler, course, setting);
        scheduler.alone("given", () -> preparations.forEach(preparation -> preparation.accept(fleet)));
        for (Part part : tasks) {
            Host host = part.node() < 0 ? scheduler.outside() : fleet.node(part.node()).host();
            scheduler.spawn(part.name(), host, () -> {
                part.body().accept(fleet);
                if (even) {
                    course.fill(part.steps());
                } else {
                    // Time goes on when nobody can run any more, and so all that went on behind has ended then.
                    scheduler.waiter().pause(Duration.ofMillis(1));
                }
            });
        }
        return () -> scheduler.alone("then", () -> {
            if (checks.isEmpty()) {
                fleet.settle();
            }
            checks.forEach(check -> check.accept(fleet));
        });
    }
}
