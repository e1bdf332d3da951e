package io.hexcache.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.simulation.world.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The promise, held against many runs. {@code -Pproof} runs a thousand seeds, a normal build as many as it has time
 * for, and {@code -Dsimulation.seed=} one.
 */
class SimulationTest {

    private static final long FIRST_SEED = Long.getLong("simulation.first", 1);
    private static final long LEAST_SEEDS = Long.getLong("simulation.seeds", 10);
    private static final Duration LEAST_TIME = Duration.ofSeconds(Long.getLong("simulation.seconds", 20));
    private static final long LONG_FORM = 1_000;

    @Test
    void nodes_whateverGoesWrong_neverReadWhatIsOlderThanPromised() {
        Long single = Long.getLong("simulation.seed");
        if (single != null) {
            System.out.println("seed " + single + " " + run(single).report());
            return;
        }
        Report all = new Report();
        long began = System.nanoTime();
        long seed = FIRST_SEED;
        long time = LEAST_SEEDS < LONG_FORM ? LEAST_TIME.toNanos() : 0;
        while (seed < FIRST_SEED + LEAST_SEEDS || System.nanoTime() - began < time) {
            all.add(run(seed).report());
            seed++;
        }
        System.out.println("simulation seeds=" + (seed - FIRST_SEED) + " " + all);
        System.out.println(
                String.format(Locale.ROOT, "simulation operations=%d faults=%d violations=0 bound95=%.1e seed=%d",
                        all.operations(), all.faults.sum(), 3.0 / all.operations(), FIRST_SEED));
        boolean enough = LEAST_SEEDS >= LONG_FORM;
        assertThat(all.localShare()).as("share of the reads that L1 answers")
                .isGreaterThanOrEqualTo(enough ? 0.5 : 0.4);
        assertThat(all.changeShare()).as("share of the operations that are changes").isBetween(enough ? 0.18 : 0.15,
                0.25);
        if (enough) {
            assertThat(all.operations()).isGreaterThanOrEqualTo(1_000_000);
            assertThat(Fault.values()).allSatisfy(fault -> assertThat(all.faults.of(fault)).as("%s", fault)
                    .isGreaterThanOrEqualTo(1_000));
        }
    }

    private static Simulation.Outcome run(long seed) {
        try {
            return new Simulation(seed, Plan.DEFAULT).run();
        } catch (AssertionError violation) {
            throw new AssertionError("to repeat it: mvn test -pl simulation -am -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dtest=SimulationTest -Dsimulation.seed=" + seed + "\n" + violation.getMessage(), violation);
        }
    }

    @Test
    void run_sameSeed_goesTheSameWay() {
        assertThat(new Simulation(3, Plan.DEFAULT).run().fingerprint())
                .isEqualTo(new Simulation(3, Plan.DEFAULT).run().fingerprint())
                .isNotEqualTo(new Simulation(4, Plan.DEFAULT).run().fingerprint());
    }

    /** The JDK orders some of its collections anew in each process; none of those may show. */
    @Test
    void run_sameSeedInAnotherProcess_goesTheSameWay() throws IOException {
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), SimulationMain.class.getName(), "3", "1").redirectErrorStream(
                        true)
                .start();

        try (BufferedReader lines = other.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("3 " + Long.toHexString(new Simulation(3, Plan.DEFAULT).run()
                    .fingerprint()));
        } finally {
            other.destroyForcibly();
        }
    }
}
