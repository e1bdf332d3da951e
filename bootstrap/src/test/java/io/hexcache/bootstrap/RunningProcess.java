package io.hexcache.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service in a process of its own. */
final class RunningProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "hexcache.jar").toAbsolutePath();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Process process;
    private final BufferedReader output;
    private final Path errors;

    private RunningProcess(Process process, Path errors) {
        this.process = process;
        this.output = process.inputReader();
        this.errors = errors;
    }

    /** Runs the jar in this folder with these words. */
    static RunningProcess of(Path folder, String... words) {
        List<String> command = new ArrayList<>(
                List.of(JAVA.toString(), "--enable-native-access=ALL-UNNAMED", "-jar", JAR
                        .toString()));
        command.addAll(List.of(words));
        return start(folder, Map.of(), command);
    }

    /** Runs any command in this folder. */
    static RunningProcess start(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path errors = Files.createTempFile(folder, "errors", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                    .redirectError(errors.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("HEXCACHE_"));
            builder.environment().putAll(environment);
            return new RunningProcess(builder.start(), errors);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The next line of its output; waits for it, and answers empty text at the end. */
    String line() {
        try {
            String line = output.readLine();
            return line == null ? "" : line;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What it has written to stderr. */
    List<String> errors() {
        try {
            return Files.readAllLines(errors);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Waits for its end. */
    int exitCode() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the process has not ended within 30 s; it wrote " + errors());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
