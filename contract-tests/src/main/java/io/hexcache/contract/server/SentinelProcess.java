package io.hexcache.contract.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A sentinel in a process of its own, which a test may stop. */
public final class SentinelProcess implements AutoCloseable {

    private final Path folder;
    private final String name;
    private final int tlsPort;
    private final RedisLaunch launch;
    private final Thread atExit;

    private SentinelProcess(Path folder, String name, int tlsPort, RedisLaunch launch) {
        this.folder = folder;
        this.name = name;
        this.tlsPort = tlsPort;
        this.launch = launch;
        this.atExit = new Thread(launch.process()::destroyForcibly, "stop-sentinel");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static SentinelProcess start(RedisBinary binary, Watched watched) {
        return start(binary, watched, 0, "");
    }

    /** Starts one that listens with TLS too, and talks TLS to servers and sentinels, by their host names. */
    static SentinelProcess startWithTls(RedisBinary binary, Watched watched, TestCertificates certificates) {
        int tlsPort = RedisLaunch.freePortAside();
        String files = certificates.settings().entrySet().stream().map(setting -> setting.getKey() + " " + setting
                .getValue() + "\n").collect(Collectors.joining());
        return start(binary, watched, tlsPort, """
                tls-port %d
                tls-auth-clients no
                tls-replication yes
                sentinel resolve-hostnames yes
                sentinel announce-hostnames yes
                sentinel announce-ip %s
                """.formatted(tlsPort, watched.host()) + files);
    }

    private static SentinelProcess start(RedisBinary binary, Watched watched, int tlsPort, String settings) {
        try {
            Path folder = Files.createTempDirectory("hexcache-sentinel-");
            return new SentinelProcess(folder, watched.name(), tlsPort, RedisLaunch.onFreePort(port -> RedisLaunch
                    .started(port, folder, List.of(binary.executable().toString(), configured(folder, port, watched,
                            settings).toString(), "--sentinel"))));
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    /** A file, since a sentinel writes down there what it learns. */
    private static Path configured(Path folder, int port, Watched watched, String settings) {
        String name = watched.name();
        String monitor = settings + """
                port %d
                bind %s
                dir %s
                sentinel monitor %s %s %d 2
                sentinel down-after-milliseconds %s 500
                sentinel failover-timeout %s 2000
                sentinel parallel-syncs %s 2
                """.formatted(port, RedisLaunch.HOST, folder, name, watched.host(), watched.port(), name, name, name);
        try {
            return Files.writeString(folder.resolve("sentinel.conf"), monitor);
        } catch (IOException diskFull) {
            throw new UncheckedIOException(diskFull);
        }
    }

    /** Its host and port. */
    public String address() {
        return RedisLaunch.HOST + ":" + launch.port();
    }

    /** The port for TLS; 0 for none. */
    int tlsPort() {
        return tlsPort;
    }

    /** Executes one command. */
    public Object command(String command, String... arguments) {
        return launch.control().execute(command, arguments);
    }

    /** Stops the process as {@code kill -STOP} does. */
    public void pause() {
        launch.signal("STOP");
    }

    /** Lets a paused process go on. */
    public void resume() {
        launch.signal("CONT");
    }

    int primaryPort() {
        List<?> address = (List<?>) command("SENTINEL", "GET-MASTER-ADDR-BY-NAME", name);
        return Integer.parseInt(address.getLast().toString());
    }

    boolean knows(int replicas, int others) {
        List<?> fields = (List<?>) command("SENTINEL", "MASTER", name);
        return number(fields, "num-slaves") == replicas && number(fields, "num-other-sentinels") == others;
    }

    private static int number(List<?> fields, String field) {
        return Integer.parseInt(fields.get(fields.indexOf(field) + 1).toString());
    }

    @Override
    public void close() {
        try {
            launch.process().destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        RedisLaunch.deleteAll(folder);
    }
}
