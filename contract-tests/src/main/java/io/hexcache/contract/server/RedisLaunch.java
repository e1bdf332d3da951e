package io.hexcache.contract.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

/** One run of a server program, from its start until the end of its process. */
record RedisLaunch(Process process, RedisControl control, Map<String, String> identity) {

    static final String HOST = "127.0.0.1";

    /**
     * Below the ports that systems give to outgoing connections: one of those could take the port of a killed server.
     * So are those on which members of a cluster hear each other, which lie so many ports higher.
     */
    private static final int FIRST_PORT = 12_000;
    private static final int PORTS = 10_000;
    private static final int ATTEMPTS = 20;

    int port() {
        return control.port();
    }

    RedisLaunch withUri(String uri) {
        return new RedisLaunch(process, new RedisControl(uri), identity);
    }

    static RedisLaunch onFreePort(IntFunction<RedisLaunch> start) {
        IllegalStateException last = new IllegalStateException("no free port from " + FIRST_PORT + " on");
        for (int port : freePorts().limit(ATTEMPTS).toArray()) {
            try {
                return start.apply(port);
            } catch (IllegalStateException takenMeanwhile) {
                last = takenMeanwhile;
            }
        }
        throw last;
    }

    /** One that nothing listens on now. */
    static int freePort() {
        return freePorts().findFirst().orElseThrow();
    }

    /** One that the next servers to start do not take either. */
    static int freePortAside() {
        return freePorts().skip(ATTEMPTS).findFirst().orElseThrow();
    }

    private static IntStream freePorts() {
        // Somewhere else for each JVM, so that test runs side by side seldom try the same port.
        int start = (int) (ProcessHandle.current().pid() * 37 % PORTS);
        return IntStream.range(start, start + PORTS).map(i -> FIRST_PORT + i % PORTS).filter(RedisLaunch::isFree);
    }

    static RedisLaunch onPort(RedisBinary binary, Path folder, int port, List<String> options) {
        return started(port, folder, Stream.concat(Stream.of(binary.executable().toString(), "--port", "" + port,
                "--bind", HOST, "--dir", folder.toString(), "--save", "", "--appendonly", "no",
                "--repl-diskless-sync-delay", "0"), options.stream()).toList());
    }

    /** Starts a server by this command, which has it listen on this port. */
    static RedisLaunch started(int port, Path folder, List<String> command) {
        Path log = folder.resolve("server.log");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                    .start();
            RedisControl control = new RedisControl("redis://" + HOST + ":" + port);
            Awaitility.await("redis on port " + port).atMost(Duration.ofSeconds(10))
                    .pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10)).pollInSameThread()
                    .until(() -> !process.isAlive() || control.answers());
            Map<String, String> identity = process.isAlive() ? control.info("server") : Map.of();
            if (!String.valueOf(process.pid()).equals(identity.get("process_id"))) {
                process.destroyForcibly();
                throw new IllegalStateException("%s did not start on port %d: %s".formatted(command.getFirst(), port,
                        Files.readString(log)));
            }
            return new RedisLaunch(process, control, identity);
        } catch (IOException notExecutable) {
            throw new UncheckedIOException(notExecutable);
        }
    }

    void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("kill -" + name + " was refused");
            }
        } catch (IOException noKill) {
            throw new UncheckedIOException(noKill);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static void deleteAll(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException leftBehind) {
            throw new UncheckedIOException(leftBehind);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort() == port;
        } catch (IOException taken) {
            return false;
        }
    }
}
