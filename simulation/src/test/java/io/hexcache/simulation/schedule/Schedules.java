package io.hexcache.simulation.schedule;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Runs a scenario under many schedules. The first that fails is reported with its trace and with the call that repeats
 * it.
 */
public final class Schedules {

    private final Limits limits;

    private Schedules(Limits limits) {
        this.limits = limits;
    }

    /** Schedules within the limits of a small test. */
    public static Schedules small() {
        return within(Limits.SMALL);
    }

    /** Schedules within these limits. */
    public static Schedules within(Limits limits) {
        return new Schedules(limits);
    }

    /**
     * Every schedule there is, each once. For tasks of a, b, c ... steps that never wait these are (a+b+c+...)! /
     * (a! b! c! ...), where a task with n calls of {@link Scheduler#step} has n + 1 steps.
     *
     * @param name for the line that is printed
     * @param atMost more than these are a failure, so that a test does not run for ever
     * @return how many there were
     */
    public long all(String name, long atMost, Scenario scenario) {
        Enumeration enumeration = new Enumeration();
        long count = 0;
        do {
            if (++count > atMost) {
                throw new AssertionError(name + " has more than " + atMost + " schedules; run random ones");
            }
            play(scenario, enumeration, () -> name + ": schedule \"" + enumeration.text()
                    + "\" fails; Schedules.replay with this text repeats it");
        } while (enumeration.next());
        print(name, count, "all");
        return count;
    }

    /** So many schedules, chosen at random. */
    public long random(String name, long count, long seed, Scenario scenario) {
        SplittableRandom seeds = new SplittableRandom(seed);
        for (long i = 0; i < count; i++) {
            long one = seeds.nextLong();
            play(scenario, Chooser.random(one), () -> name + ": schedule of seed " + one
                    + " fails; Schedules.repeat with this seed repeats it");
        }
        print(name, count, "random");
        return count;
    }

    /** The one schedule of {@link #random} that had this seed. */
    public void repeat(long seed, Scenario scenario) {
        play(scenario, Chooser.random(seed), () -> "schedule of seed " + seed);
    }

    /** The one schedule of {@link #all} that was reported with this text. */
    public void replay(String choices, Scenario scenario) {
        Deque<Integer> rest = new ArrayDeque<>(Arrays.stream(choices.split("\\.")).map(Integer::valueOf).toList());
        play(scenario, options -> rest.isEmpty() ? 0 : rest.remove(), () -> "schedule " + choices);
    }

    private void play(Scenario scenario, Chooser chooser, Supplier<String> which) {
        try (Scheduler scheduler = new Scheduler(chooser, limits)) {
            Runnable check = scenario.begin(scheduler);
            try {
                scheduler.run();
                check.run();
            } catch (ScheduleFailure failure) {
                throw new AssertionError(which.get() + "\n" + failure.getMessage(), failure);
            } catch (AssertionError wrong) {
                throw new AssertionError(which.get() + "\n" + wrong.getMessage() + "\nIts steps:\n"
                        + scheduler.trace(), wrong);
            }
        }
    }

    private static void print(String name, long count, String kind) {
        System.out.println("schedules " + kind + "=" + count + " violations=0 of=" + name);
    }
}
