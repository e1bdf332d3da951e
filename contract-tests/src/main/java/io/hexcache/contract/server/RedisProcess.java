package io.hexcache.contract.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * A Redis in a process of its own on this machine, which a test may break. It stops with its test, or with the JVM. It
 * keeps its port when it is started again, so that clients find it.
 */
public final class RedisProcess implements RedisServer, AutoCloseable {

    private static final String DUMP = "dump.rdb";

    private final RedisBinary binary;
    private final Path folder;
    private final List<String> options;
    private final int port;
    private final Thread atExit = new Thread(this::endProcess, "stop-redis");
    private RedisLaunch launch;
    private String password = "";
    private Map<String, Long> earlierRuns = Map.of();

    private RedisProcess(RedisBinary binary, Path folder, List<String> options, RedisLaunch launch) {
        this.binary = binary;
        this.folder = folder;
        this.options = options;
        this.port = launch.port();
        this.launch = launch;
    }

    /**
     * Starts one with the first server program that this machine has. Whoever calls this closes it.
     *
     * @throws IllegalStateException if there is none
     */
    public static RedisProcess startOwn() {
        return start(RedisSearch.everywhere().binary().orElseThrow(() -> new IllegalStateException(
                "no redis-server program on this machine: install one, or put its folder into PATH")));
    }

    /** Starts one on a free port. */
    static RedisProcess start(RedisBinary binary) {
        return start(binary, List.of());
    }

    /** Starts one on a free port, with more options on its command line. */
    static RedisProcess start(RedisBinary binary, List<String> options) {
        try {
            Path folder = Files.createTempDirectory("hexcache-redis-");
            RedisProcess started = new RedisProcess(binary, folder, options, RedisLaunch.onFreePort(
                    port -> RedisLaunch.onPort(binary, folder, port, options)));
            Runtime.getRuntime().addShutdownHook(started.atExit);
            return started;
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    @Override
    public synchronized String uri() {
        String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
        return "redis://" + (password.isEmpty() ? "" : ":" + encoded + "@") + host() + ":" + port;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String host() {
        return RedisLaunch.HOST;
    }

    @Override
    public String kind() {
        return binary.kind();
    }

    @Override
    public synchronized String version() {
        return Identity.version(launch.identity());
    }

    @Override
    public synchronized String runId() {
        return Identity.runId(launch.identity());
    }

    @Override
    public synchronized void flush() {
        launch.control().execute("FLUSHDB");
    }

    @Override
    public synchronized Map<String, Long> commandCounts() {
        return launch.control().commandCounts();
    }

    @Override
    public synchronized Object command(String name, String... arguments) {
        return launch.control().execute(name, arguments);
    }

    @Override
    public synchronized Map<String, Long> commandsByRun() {
        Map<String, Long> runs = new LinkedHashMap<>(earlierRuns);
        if (launch.process().isAlive()) {
            runs.put(runId(), launch.control().commandsExecuted());
        }
        return runs;
    }

    /** From now on, and until a restart, clients have to name this password. */
    public synchronized void requirePassword(String required) {
        command("CONFIG", "SET", "requirepass", required);
        password = required;
        launch = launch.withUri(uri());
    }

    /**
     * From now on, and until a restart, listens with TLS too; answers the port for that. Skips the test where the
     * server cannot do TLS.
     *
     * @param asksForClients whether it wants a certificate of its clients
     */
    public synchronized int listenWithTls(TestCertificates certificates, boolean asksForClients) {
        int tlsPort = RedisLaunch.freePort();
        try {
            certificates.settings().forEach((setting, file) -> command("CONFIG", "SET", setting, file));
            command("CONFIG", "SET", "tls-auth-clients", asksForClients ? "yes" : "no");
            command("CONFIG", "SET", "tls-port", Integer.toString(tlsPort));
            return tlsPort;
        } catch (JedisDataException builtWithoutTls) {
            throw new TestAbortedException("redis %s has no TLS".formatted(version()), builtWithoutTls);
        }
    }

    /** The port for TLS on which it has listened from its start; 0 for none. */
    public int tlsPort() {
        int setting = options.indexOf(TlsLaunch.PORT);
        return setting < 0 ? 0 : Integer.parseInt(options.get(setting + 1));
    }

    /** The port at which servers like itself find it. */
    int peerPort() {
        return tlsPort() == 0 ? port : tlsPort();
    }

    /** Becomes a replica of that server, known by this name. */
    void follow(RedisProcess primary, String host) {
        command("REPLICAOF", host, Integer.toString(primary.peerPort()));
    }

    /** Whether its process lives, paused or not. */
    synchronized boolean isRunning() {
        return launch.process().isAlive();
    }

    /** How many replicas have all that it has. */
    synchronized long onlineReplicas() {
        return launch.control().info("replication").values().stream().filter(value -> value.contains("state=online"))
                .count();
    }

    /** Writes all data to disk, for {@link #restart()}. */
    public void save() {
        command("SAVE");
    }

    /** Ends the process as {@code kill -9} does; returns when it is gone. */
    public synchronized void kill() {
        earlierRuns = commandsByRun();
        endProcess();
    }

    /** Starts the killed server again on its port, with the data that was saved last. */
    public synchronized void restart() {
        if (launch.process().isAlive()) {
            kill();
        }
        password = "";
        launch = RedisLaunch.onPort(binary, folder, port, options);
    }

    /** Starts the killed server again on its port, without data. */
    public synchronized void restartEmpty() {
        try {
            Files.deleteIfExists(folder.resolve(DUMP));
        } catch (IOException locked) {
            throw new UncheckedIOException(locked);
        }
        restart();
    }

    /** Stops the process as {@code kill -STOP} does: its port stays open, and nothing answers. */
    public synchronized void pause() {
        launch.signal("STOP");
    }

    /** Lets a paused process go on; nothing for one that runs, or was killed. */
    public synchronized void resume() {
        if (launch.process().isAlive()) {
            launch.signal("CONT");
        }
    }

    private void endProcess() {
        try {
            launch.process().destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        endProcess();
        Runtime.getRuntime().removeShutdownHook(atExit);
        RedisLaunch.deleteAll(folder);
    }
}
