package io.hexcache.contract.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * A primary, two replicas and three sentinels that watch them, in processes of their own on this machine. A primary
 * that is gone for half a second is replaced; when it comes back, it becomes a replica.
 */
public final class RedisSentinels implements RedisGroup {

    private static final String NAME = "primary";
    private static final int REPLICAS = 2;
    private static final int SENTINELS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<RedisProcess> servers = new ArrayList<>();
    private final List<SentinelProcess> sentinels = new ArrayList<>();

    private RedisSentinels() {}

    /** Starts all of them; returns when they know each other. */
    static RedisSentinels start(RedisBinary binary) {
        return of(RedisLaunch.HOST, () -> RedisProcess.start(binary), primary -> SentinelProcess.start(binary,
                new Watched(NAME, RedisLaunch.HOST, primary.port())));
    }

    /**
     * Starts a group that talks TLS among itself and to clients, each by the host name {@code localhost}; the ports of
     * {@link #servers()} are without TLS. Whoever calls this closes it. Skips the test where the server cannot do that.
     */
    public static RedisSentinels startWithTls(TestCertificates certificates) {
        RedisBinary binary = TlsLaunch.withSetting("tls-port");
        String host = "localhost";
        return of(host, () -> TlsLaunch.start(binary, certificates, List.of("--replica-announce-ip", host)),
                primary -> SentinelProcess.startWithTls(binary, new Watched(NAME, host, primary
                        .tlsPort()), certificates));
    }

    private static RedisSentinels of(String host, Supplier<RedisProcess> server,
            Function<RedisProcess, SentinelProcess> watching) {
        RedisSentinels group = new RedisSentinels();
        IntStream.rangeClosed(0, REPLICAS).forEach(i -> group.servers.add(server.get()));
        RedisProcess primary = group.servers.getFirst();
        group.servers.stream().skip(1).forEach(replica -> replica.follow(primary, host));
        IntStream.range(0, SENTINELS).forEach(i -> group.sentinels.add(watching.apply(primary)));
        Awaitility.await("a primary, its replicas and sentinels").atMost(PATIENCE).pollInterval(Duration.ofMillis(20))
                .until(() -> primary.onlineReplicas() == REPLICAS && group.sentinels.stream().allMatch(
                        sentinel -> sentinel.knows(REPLICAS, SENTINELS - 1)));
        return group;
    }

    @Override
    public String uri() {
        return sentinels.stream().map(SentinelProcess::address).collect(Collectors.joining(",", "redis-sentinel://",
                "/" + NAME));
    }

    /** Where those with TLS are, in one address. */
    public String tlsUri() {
        return sentinels.stream().map(sentinel -> "localhost:" + sentinel.tlsPort()).collect(Collectors.joining(",",
                "rediss-sentinel://", "/" + NAME));
    }

    /** The addresses of the sentinels. */
    public List<SentinelProcess> sentinels() {
        return List.copyOf(sentinels);
    }

    @Override
    public List<RedisProcess> servers() {
        return List.copyOf(servers);
    }

    /** The server that a sentinel takes for the primary, alive or not. */
    public RedisProcess primary() {
        int port = sentinels.getFirst().primaryPort();
        return servers.stream().filter(server -> server.peerPort() == port).findFirst().orElseThrow();
    }

    /** Returns when another server than this has become the primary. */
    public RedisProcess awaitSuccessor(RedisProcess earlier) {
        Awaitility.await("another primary").atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(
                () -> primary() != earlier);
        return primary();
    }

    @Override
    public void resume() {
        sentinels.forEach(SentinelProcess::resume);
        servers.forEach(RedisProcess::resume);
    }

    @Override
    public void close() {
        sentinels.forEach(SentinelProcess::close);
        servers.forEach(RedisProcess::close);
    }
}
