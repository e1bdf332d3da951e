package io.hexcache.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the transcript of the README, command by command, on the packaged service, and compares what it prints. */
@RealRedis
class TranscriptIT {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern TRANSCRIPT = Pattern.compile("<!-- transcript -->\\s*```console\\n(.*?)```",
            Pattern.DOTALL);
    private static final String END = "-- end of command --";

    /** A command and the lines that the README shows under it; {@code ...} stands for anything. */
    private record Step(String command, List<String> shown) {

        Pattern expected() {
            return Pattern.compile(shown.stream().map(line -> Stream.of(line.split("\\.\\.\\.", -1)).map(Pattern::quote)
                    .collect(Collectors.joining(".*"))).collect(Collectors.joining("\n")));
        }
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void readme_transcript_isWhatHappens(RedisServer redis, @TempDir Path folder) throws IOException {
        Files.createSymbolicLink(folder.resolve("hexcache"), PROJECT.resolve("hexcache"));
        redis.flush();
        List<Step> steps = steps(Files.readString(PROJECT.resolve("README.md")));
        assertThat(steps).hasSizeGreaterThan(8);
        Process shell = new ProcessBuilder("bash").directory(folder.toFile()).redirectErrorStream(true).start();
        // Closed first: at the end of its input the shell ends, and its services are nobody's descendants any more.
        try (Writer commands = shell.outputWriter();
                BufferedReader printed = shell.inputReader();
                Ending _ = new Ending(shell)) {
            String first = freePort();
            String second = freePort();
            commands.write("last=0\n");
            for (Step step : steps) {
                String command = step.command().replace("redis://localhost:6379", redis.uri()).replace("8081",
                        first).replace("8082", second);
                commands.write("(exit $last); " + command + "\nlast=$?; echo; echo '" + END + "'\n");
                commands.flush();
                assertThat(outputOf(printed)).as("what '%s' prints", command).matches(step.expected());
            }
        }
    }

    /** Ends a shell and what it has started. */
    private record Ending(Process shell) implements AutoCloseable {

        @Override
        public void close() {
            shell.descendants().forEach(ProcessHandle::destroy);
            shell.destroy();
        }
    }

    private static List<Step> steps(String readme) {
        var transcript = TRANSCRIPT.matcher(readme);
        assertThat(transcript.find()).as("the README has a transcript").isTrue();
        List<Step> steps = new ArrayList<>();
        for (String line : transcript.group(1).lines().toList()) {
            if (line.startsWith("$ ")) {
                steps.add(new Step(line.substring(2), new ArrayList<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                steps.getLast().shown().add(line);
            }
        }
        return steps;
    }

    private static String outputOf(BufferedReader printed) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = printed.readLine();
        while (line != null && !line.equals(END)) {
            if (!line.isBlank()) {
                lines.add(line.stripTrailing());
            }
            line = printed.readLine();
        }
        return String.join("\n", lines);
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
