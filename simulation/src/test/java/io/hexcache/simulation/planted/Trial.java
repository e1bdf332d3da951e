package io.hexcache.simulation.planted;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A process that runs the simulation, or a suite, on what is on its class path first.
 *
 * @param catcher what runs
 * @param seeds how many of the simulation at most
 */
record Trial(String catcher, int seeds) {

    private static final List<String> MODULES = List.of("domain", "infrastructure-memory");

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Reads that were older than promised, debts that were never paid, and explanations that were wrong. */
    private static final Pattern VIOLATION = Pattern.compile(
            "seed (?<seed>\\d+) fails: .*(had to see version|still owes something|explains that the next read).*");

    private static final Pattern FAILURE = Pattern.compile("suite fails: (?<methods>.+)");

    /**
     * How it ended.
     *
     * @param caught by what, and after how long; empty if nothing was found
     */
    record Verdict(Optional<String> caught, int exit, String lastLines) {

        boolean isClean() {
            return exit == 0 && caught.isEmpty();
        }
    }

    /** Runs it with these folders before all others. */
    Verdict run(List<Path> before) {
        try {
            Process process = new ProcessBuilder(command(before)).redirectErrorStream(true).start();
            Thread guard = Thread.ofVirtual().start(() -> end(process));
            Verdict verdict = read(process);
            guard.join();
            return verdict;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot run " + this, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while " + this + " ran", stopped);
        }
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
        }
    }

    private List<String> command(List<Path> before) {
        StringBuilder path = new StringBuilder();
        before.forEach(folder -> path.append(folder).append(System.getProperty("path.separator")));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:+UseSerialGC", "-Djdk.virtualThreadScheduler.parallelism=1",
                "-Djdk.virtualThreadScheduler.maxPoolSize=1", "-Djdk.trackAllThreads=false", "-cp",
                path.append(System.getProperty("java.class.path")).append(testsOfModules()).toString()));
        command.addAll(catcher.equals(PlantedBug.SIMULATION)
                ? List.of("io.hexcache.simulation.run.SimulationMain", "1", Integer.toString(seeds))
                : List.of(SuiteMain.class.getName(), catcher));
        return command;
    }

    /** The tests of the modules whose classes are patched, where this build has put them. */
    private static String testsOfModules() {
        Path own = PlantedBugsProof.ROOT.resolve("simulation").relativize(PlantedBugsProof.CLASSES);
        return MODULES.stream().map(module -> System.getProperty("path.separator") + PlantedBugsProof.ROOT.resolve(
                module).resolve(own)).collect(Collectors.joining());
    }

    private Verdict read(Process process) throws IOException, InterruptedException {
        Optional<String> caught = Optional.empty();
        List<String> last = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                caught = caught.isPresent() ? caught : violation(line);
                last.add(line);
                if (last.size() > 20) {
                    last.removeFirst();
                }
            }
        }
        return new Verdict(caught, process.waitFor(), String.join("\n", last));
    }

    private static Optional<String> violation(String line) {
        Matcher simulation = VIOLATION.matcher(line);
        if (simulation.matches()) {
            return Optional.of("simulation, seeds=" + simulation.group("seed"));
        }
        Matcher suite = FAILURE.matcher(line);
        return suite.matches() ? Optional.of(suite.group("methods")) : Optional.empty();
    }
}
