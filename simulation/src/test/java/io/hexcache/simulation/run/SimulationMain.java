package io.hexcache.simulation.run;

import java.time.Duration;
import java.util.stream.Collectors;

/**
 * Runs seeds from the command line, also on a patched domain: {@code first seed, number of seeds}, and {@code rough}
 * for more trouble. Stops at the first violation.
 */
public final class SimulationMain {

    private static final int LINES = 10_000;

    private SimulationMain() {}

    /** Exits with 0 if no seed fails, and with 1 if one does, whose trace goes to standard output. */
    public static void main(String[] arguments) {
        long first = Long.parseLong(arguments[0]);
        long count = Long.parseLong(arguments[1]);
        Plan plan = arguments.length > 2 && arguments[2].equals("rough") ? Plan.ROUGH : Plan.DEFAULT;
        Report all = new Report();
        long began = System.nanoTime();
        for (long seed = first; seed < first + count; seed++) {
            try {
                Simulation.Outcome outcome = new Simulation(seed, plan).run();
                all.add(outcome.report());
                if (count < 20) {
                    System.out.println(seed + " " + Long.toHexString(outcome.fingerprint()));
                }
            } catch (AssertionError violation) {
                System.out.println("seed " + seed + " fails: " + violation.getMessage().lines().limit(LINES).collect(
                        Collectors.joining("\n")));
                System.exit(1);
            }
        }
        System.out.println(all);
        System.out.println(Duration.ofNanos(System.nanoTime() - began));
    }
}
