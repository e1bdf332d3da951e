package io.hexcache.reliability.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of a service, from its start to its end. */
record ServiceProcess(Process process, ServiceCommand command) {

    private static final Pattern SERVING = Pattern.compile("serving on http://127\\.0\\.0\\.1:(\\d+)");
    private static final int START_SECONDS = 60;
    private static final int LAST_LINES = 20;

    static ServiceProcess start(ServiceCommand command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command.words()).directory(command.folder().toFile())
                    .redirectError(Redirect.appendTo(command.log().toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith("HEXCACHE_"));
            return new ServiceProcess(builder.start(), command);
        } catch (IOException noJava) {
            throw new UncheckedIOException(noJava);
        }
    }

    /**
     * Waits for the line that says where it serves.
     *
     * @throws IllegalStateException with the end of its log, if it ends or takes a minute
     */
    int awaitPort() {
        CompletableFuture<Integer> port = CompletableFuture.supplyAsync(this::readPort, task -> Thread.ofVirtual()
                .start(task));
        try {
            return port.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            process.destroyForcibly();
            throw new IllegalStateException("the service in %s does not serve".formatted(command.folder()), failure);
        }
    }

    private int readPort() {
        try {
            BufferedReader output = process.inputReader();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher serving = SERVING.matcher(line);
                if (serving.find()) {
                    return Integer.parseInt(serving.group(1));
                }
            }
            List<String> log = Files.readAllLines(command.log());
            throw new IllegalStateException("the service in %s did not start: %s".formatted(command.folder(), String
                    .join("\n", log.subList(Math.max(0, log.size() - LAST_LINES), log.size()))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void signal(String name) {
        try {
            if (new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor() != 0) {
                throw new IllegalStateException("kill -" + name + " was refused");
            }
        } catch (IOException noKill) {
            throw new UncheckedIOException(noKill);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void end(long atMost, TimeUnit unit) {
        try {
            process.destroyForcibly().waitFor(atMost, unit);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
