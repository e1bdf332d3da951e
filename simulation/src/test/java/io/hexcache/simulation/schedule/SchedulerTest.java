package io.hexcache.simulation.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SchedulerTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static Scheduler scheduler(long seed) {
        return new Scheduler(Chooser.random(seed), Limits.SMALL);
    }

    @Test
    void all_twoTasksOfThreeAndFourSteps_areAllInterleavingsOnce() {
        Set<List<String>> seen = new HashSet<>();
        long count = Schedules.small().all("three and four steps", 100, scheduler -> {
            List<String> steps = new ArrayList<>();
            for (String name : List.of("a", "b")) {
                scheduler.spawn(name, () -> {
                    for (int i = 0; i < (name.equals("a") ? 3 : 4); i++) {
                        if (i > 0) {
                            scheduler.step(name + i);
                        }
                        steps.add(name);
                    }
                });
            }
            return () -> assertThat(seen.add(steps)).as("%s is new", steps).isTrue();
        });
        assertThat(count).isEqualTo(35);
        assertThat(seen).hasSize(35);
    }

    @Test
    void all_threeTasksOfTwoSteps_areNinety() {
        assertThat(Schedules.small().all("two steps three times", 100, scheduler -> {
            for (int i = 0; i < 3; i++) {
                scheduler.spawn("task" + i, () -> scheduler.step("in between"));
            }
            return () -> {};
        })).isEqualTo(90);
    }

    @Test
    void all_aRaceThatOnlyOneOrderLoses_isFoundAndItsReplayFailsToo() {
        Scenario lostUpdate = scheduler -> {
            AtomicInteger counter = new AtomicInteger();
            for (int i = 0; i < 2; i++) {
                scheduler.spawn("adder" + i, () -> {
                    int read = counter.get();
                    scheduler.step("write " + (read + 1));
                    counter.set(read + 1);
                });
            }
            return () -> assertThat(counter).hasValue(2);
        };
        assertThatThrownBy(() -> Schedules.small().all("lost update", 10, lostUpdate))
                .isInstanceOf(AssertionError.class).hasMessageContaining("schedule \"0.1.0\"")
                .hasMessageContaining("write 1");
        assertThatThrownBy(() -> Schedules.small().replay("0.1.0", lostUpdate)).isInstanceOf(AssertionError.class);
        Schedules.small().replay("0.0.0", lostUpdate);
        assertThatThrownBy(() -> Schedules.small().random("lost update", 100, 1, lostUpdate))
                .isInstanceOf(AssertionError.class).hasMessageContaining("seed");
    }

    @Test
    void run_sameSeed_goesTheSameWayAndAnotherGoesAnother() {
        assertThat(fingerprint(7)).isEqualTo(fingerprint(7));
        Set<Long> different = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            different.add(fingerprint(seed));
        }
        assertThat(different).hasSizeGreaterThan(15);
    }

    private static long fingerprint(long seed) {
        try (Scheduler scheduler = scheduler(seed)) {
            for (int i = 0; i < 5; i++) {
                Duration pause = Duration.ofMillis(i);
                scheduler.spawn("task" + i, () -> {
                    for (int n = 0; n < 10; n++) {
                        scheduler.step("turn");
                        scheduler.waiter().pause(pause);
                    }
                });
            }
            scheduler.run();
            return scheduler.fingerprint();
        }
    }

    @Test
    void await_timePassesOrTheFutureIsDone_whicheverIsFirst() {
        try (Scheduler scheduler = scheduler(1)) {
            CompletableFuture<String> done = new CompletableFuture<>();
            List<Object> seen = new ArrayList<>();
            scheduler.spawn("impatient", () -> {
                seen.add(scheduler.waiter().await(done, SECOND));
                seen.add(scheduler.now());
            });
            scheduler.spawn("patient", () -> {
                seen.add(scheduler.waiter().await(done, SECOND.multipliedBy(9)));
                seen.add(scheduler.now());
            });
            scheduler.after(SECOND.multipliedBy(2), () -> done.complete("x"));
            scheduler.run();
            assertThat(seen).containsExactly(false, SECOND.toNanos(), true, 2 * SECOND.toNanos());
        }
    }

    @Test
    void run_taskThatWaitsForEver_isADeadlockThatNamesIt() {
        try (Scheduler scheduler = scheduler(1)) {
            CompletableFuture<String> never = new CompletableFuture<>();
            Host node = scheduler.host("node", 0);
            scheduler.spawn("sleeper", node, () -> {
                scheduler.step("fetch");
                scheduler.waiter().await(never, SECOND);
            });
            node.pause();
            assertThatThrownBy(scheduler::run).isInstanceOf(ScheduleFailure.class).hasMessageContaining("deadlock")
                    .hasMessageContaining("sleeper");
        }
    }

    @Test
    void run_endlessTask_failsAtTheLimitOfSteps() {
        try (Scheduler scheduler = scheduler(1)) {
            scheduler.spawn("busy", () -> {
                while (scheduler.isRunning()) {
                    scheduler.step("again");
                }
            });
            assertThatThrownBy(scheduler::run).isInstanceOf(ScheduleFailure.class).hasMessageContaining("100000 steps")
                    .hasMessageContaining("again");
        }
    }

    @Test
    void run_taskThatBlocksForReal_failsAndSaysWhere() {
        Limits quick = new Limits(100, 100, Duration.ofMillis(50));
        try (Scheduler scheduler = new Scheduler(Chooser.first(), quick)) {
            CompletableFuture<String> real = new CompletableFuture<>();
            scheduler.spawn("blocked", real::join);
            assertThatThrownBy(scheduler::run).isInstanceOf(ScheduleFailure.class).hasMessageContaining("blocked")
                    .hasMessageContaining("CompletableFuture.join");
            real.complete("so that the test ends");
        }
    }

    @Test
    void run_taskThatThrows_failsWithItsException() {
        try (Scheduler scheduler = scheduler(1)) {
            IllegalStateException thrown = new IllegalStateException("broken");
            scheduler.spawn("thrower", () -> {
                throw thrown;
            });
            assertThatThrownBy(scheduler::run).isInstanceOf(ScheduleFailure.class).hasCause(thrown);
        }
    }

    @Test
    void pausedHost_standsStillWhileTimeGoesOn_andGoesOnAfterwards() {
        try (Scheduler scheduler = scheduler(1)) {
            Host node = scheduler.host("node", Long.MAX_VALUE - 5);
            List<Long> woke = new ArrayList<>();
            long began = node.ticker().read();
            scheduler.spawn("worker", node, () -> {
                scheduler.waiter().pause(SECOND);
                woke.add(node.ticker().read() - began);
            });
            scheduler.spawn("operator", () -> {
                scheduler.waiter().pause(SECOND.dividedBy(2));
                node.pause();
                scheduler.waiter().pause(SECOND.multipliedBy(5));
                node.resume();
            });
            scheduler.run();
            assertThat(woke).containsExactly(5_500_000_000L);
        }
    }

    @Test
    void crashedHost_neverDoesAnotherStep_andOthersGoOn() {
        try (Scheduler scheduler = scheduler(1)) {
            Host node = scheduler.host("node", 0);
            List<String> done = new ArrayList<>();
            scheduler.spawn("doomed", node, () -> {
                try {
                    scheduler.waiter().pause(SECOND);
                    done.add("doomed went on");
                } finally {
                    scheduler.step("clean up");
                    done.add("doomed cleaned up");
                }
            });
            scheduler.spawn("suicidal", node, () -> {
                scheduler.step("crash");
                node.crash();
                scheduler.step("after the crash");
                done.add("suicidal went on");
            });
            scheduler.spawn("other", () -> {
                scheduler.waiter().pause(SECOND.multipliedBy(2));
                done.add("other");
            });
            scheduler.run();
            assertThat(done).containsExactly("other");
        }
    }

    @Test
    void advance_firesTimersOnItsWayAndWakesWaiters() {
        try (Scheduler scheduler = scheduler(1)) {
            List<Long> times = new ArrayList<>();
            scheduler.after(SECOND, () -> times.add(scheduler.now()));
            scheduler.spawn("clock", () -> scheduler.advance(SECOND.multipliedBy(3)));
            scheduler.run();
            assertThat(times).containsExactly(SECOND.toNanos());
            assertThat(scheduler.now()).isEqualTo(3 * SECOND.toNanos());
        }
    }

    @Test
    void alone_runsTheOthersOnlyWhileItWaits() {
        try (Scheduler scheduler = scheduler(1)) {
            List<String> order = new ArrayList<>();
            CompletableFuture<String> done = new CompletableFuture<>();
            scheduler.daemon("helper", scheduler.outside(), () -> {
                order.add("helper");
                done.complete("x");
            });
            scheduler.alone("set-up", () -> {
                scheduler.step("first");
                order.add("set-up");
                scheduler.waiter().await(done, SECOND);
                order.add("set-up again");
            });
            assertThat(order).containsExactly("set-up", "helper", "set-up again");
        }
    }

    @Test
    void run_aMillionSwitches_takeSeconds() {
        Limits many = new Limits(2_000_000, 10, Duration.ofSeconds(60));
        long began = System.nanoTime();
        try (Scheduler scheduler = new Scheduler(Chooser.random(1), many)) {
            for (int i = 0; i < 10; i++) {
                scheduler.spawn("task" + i, () -> {
                    for (int n = 0; n < 100_000; n++) {
                        scheduler.step("turn");
                    }
                });
            }
            scheduler.run();
            assertThat(scheduler.steps()).isEqualTo(1_000_010);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }
}
