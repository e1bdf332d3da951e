package io.hexcache.benchmarks.peers.process;

import io.hexcache.benchmarks.peers.measure.Figures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The process of one system, as its parent sees it. Lines that were said are answered in their order. */
public final class Child implements AutoCloseable {

    /** The same for all. Redisson and Netty use what later versions of Java will refuse. */
    public static final List<String> OPTIONS = List.of("-Xms512m", "-Xmx512m", "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** Longer than anything takes that works: a million values are stored in some minutes. */
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private final String name;
    private final Process process;
    private final Writer writer;
    private final BufferedReader reader;

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
        this.writer = process.outputWriter();
        this.reader = process.inputReader();
    }

    /** Starts one. Its first answer is that of {@link #awaitReady}. */
    public static Child start(ChildOrder order) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildMain.class.getName()));
        command.addAll(order.words());
        try {
            return new Child(order.contestant().toString(), new ProcessBuilder(command).redirectError(
                    ProcessBuilder.Redirect.INHERIT).start());
        } catch (IOException noJava) {
            throw new UncheckedIOException(noJava);
        }
    }

    /** Waits until it is prepared; false if the system has nothing for the scenario. */
    public boolean awaitReady() {
        return answer().isPresent();
    }

    /** Says a line, and waits for what comes of it. */
    public Figures ask(String line) {
        say(line);
        return hear();
    }

    /** Says a line, and does not wait. */
    public void say(String line) {
        try {
            writer.write(line + "\n");
            writer.flush();
        } catch (IOException gone) {
            throw new ChildFailure("the process of %s is gone: %s".formatted(name, gone.getMessage()));
        }
    }

    /** Waits for the answer to the next line that was said. */
    public Figures hear() {
        return answer().orElseThrow(() -> new ChildFailure(name + " is not able to do what it was told"));
    }

    private Optional<Figures> answer() {
        return switch (nextReply()) {
            case Reply.Done done -> Optional.of(done.figures());
            case Reply.Unable _ -> Optional.empty();
            case Reply.Failed failed -> throw new ChildFailure("%s failed: %s".formatted(name, failed.reason()));
        };
    }

    private Reply nextReply() {
        try {
            String line = CompletableFuture.supplyAsync(this::readLine).orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .join();
            return Reply.parse(line);
        } catch (CompletionException late) {
            process.destroyForcibly();
            return new Reply.Failed("no answer within %d minutes, or the process ended: %s".formatted(LIMIT.toMinutes(),
                    late.getCause()));
        }
    }

    private String readLine() {
        try {
            String line = reader.readLine();
            return line == null ? "failed the process has ended" : line;
        } catch (IOException gone) {
            return "failed " + gone.getMessage();
        }
    }

    /** Ends it: by telling it no more, and by force if that does not do. */
    @Override
    public void close() {
        try {
            writer.close();
            if (!process.waitFor(GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException alreadyGone) {
            process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
