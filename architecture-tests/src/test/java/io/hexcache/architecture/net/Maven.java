package io.hexcache.architecture.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs Maven as the build that runs this test was run: the same installation, settings and local repository, all named
 * by the system properties that Failsafe sets. It works offline, for what it needs the outer build has just used.
 */
record Maven(Path folder) {

    /** How a build ended. */
    record Outcome(boolean succeeded, String output) {}

    private static final long PATIENCE_SECONDS = 300;

    /** Runs these goals and options on the project in the folder, and ends them if they take too long. */
    Outcome run(String... goals) throws IOException, InterruptedException {
        Path output = folder.resolve("maven-output.txt");
        Process process = new ProcessBuilder(command(goals)).directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new Outcome(ended && process.exitValue() == 0, Files.readString(output));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static List<String> command(String... goals) {
        List<String> command = new ArrayList<>(List.of(executable(), "--offline", "--quiet", "--batch-mode"));
        property("maven.repo.local").ifPresent(folder -> command.add("-Dmaven.repo.local=" + folder));
        property("hexcache.maven.settings").map(text -> Path.of(text.replaceFirst("^file:", "")))
                .filter(Files::isRegularFile)
                .ifPresent(file -> command.addAll(List.of("--settings", file.toString())));
        command.addAll(List.of(goals));
        return command;
    }

    private static String executable() {
        String name = System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
        return property("maven.home").map(home -> Path.of(home, "bin", name)).filter(Files::isRegularFile)
                .map(Path::toString).orElse(name);
    }

    /** A property that Maven did not fill in counts as absent, as in an editor. */
    private static Optional<String> property(String name) {
        return Stream.ofNullable(System.getProperty(name)).filter(text -> !text.isBlank() && !text.contains("${"))
                .findFirst();
    }
}
