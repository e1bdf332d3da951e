package io.hexcache.contract.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A cluster of three primaries with a replica each, in processes of their own on this machine. A primary that is gone
 * for a second is replaced by its replica; when it comes back, it becomes the replica.
 */
public final class RedisCluster implements RedisGroup {

    private static final int SLOTS = 16_384;
    private static final int PRIMARIES = 3;
    private static final int MEMBERS = 6;
    private static final String KEYS_AT_ONCE = "100";
    private static final List<String> OPTIONS = List.of("--cluster-enabled", "yes", "--cluster-config-file",
            "nodes.conf", "--cluster-node-timeout", "1000", "--cluster-require-full-coverage", "no");

    private static final List<String> TLS_OPTIONS = Stream.concat(OPTIONS.stream(), Stream.of("--tls-cluster", "yes",
            "--cluster-announce-hostname", "localhost")).toList();

    private final List<RedisProcess> members = new ArrayList<>();

    private RedisCluster() {}

    /** Starts all of them; returns when each knows the others. */
    static RedisCluster start(RedisBinary binary) {
        return of(() -> RedisProcess.start(binary, OPTIONS));
    }

    /**
     * Starts one whose members talk TLS to each other and to clients, each by the host name {@code localhost};
     * the ports of {@link #servers()} are without TLS. Whoever calls this closes it. Skips the test where the server
     * cannot do that, as Redis before 7.0 knows no host names.
     */
    public static RedisCluster startWithTls(TestCertificates certificates) {
        TlsLaunch.withSetting("tls-port");
        RedisBinary binary = TlsLaunch.withSetting("cluster-announce-hostname");
        return of(() -> TlsLaunch.start(binary, certificates, TLS_OPTIONS));
    }

    private static RedisCluster of(Supplier<RedisProcess> starting) {
        RedisCluster cluster = new RedisCluster();
        IntStream.range(0, MEMBERS).forEach(i -> cluster.members.add(starting.get()));
        cluster.assignSlots();
        RedisProcess first = cluster.members.getFirst();
        cluster.members.stream().skip(1).forEach(member -> member.command("CLUSTER", "MEET", first.host(), Integer
                .toString(first.peerPort())));
        cluster.await("members of a cluster").until(() -> cluster.members.stream().allMatch(member -> member.command(
                "CLUSTER", "NODES").toString().lines().filter(line -> !line.contains("handshake")).count() == MEMBERS));
        cluster.attachReplicas();
        cluster.await("a cluster with replicas").until(() -> cluster.members.stream().allMatch(
                RedisCluster::isComplete));
        return cluster;
    }

    private void assignSlots() {
        int share = SLOTS / PRIMARIES + 1;
        for (int i = 0; i < PRIMARIES; i++) {
            int from = i * share;
            members.get(i).command("CLUSTER", Stream.concat(Stream.of("ADDSLOTS"), IntStream.range(from, Math.min(SLOTS,
                    from + share)).mapToObj(Integer::toString)).toArray(String[]::new));
        }
    }

    private void attachReplicas() {
        for (int i = PRIMARIES; i < MEMBERS; i++) {
            RedisProcess replica = members.get(i);
            String primary = id(members.get(i - PRIMARIES));
            await("a member that knows its primary").ignoreExceptions().until(() -> replica.command("CLUSTER",
                    "REPLICATE", primary).equals("OK"));
        }
    }

    private static boolean isComplete(RedisProcess member) {
        String nodes = member.command("CLUSTER", "NODES").toString();
        return member.command("CLUSTER", "INFO").toString().contains("cluster_state:ok")
                && nodes.lines().filter(line -> line.contains("slave")).count() == MEMBERS - PRIMARIES
                && (!nodes.contains("myself,slave") || member.command("INFO", "replication").toString().contains(
                        "master_link_status:up"));
    }

    private ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }

    private static String id(RedisProcess member) {
        return member.command("CLUSTER", "MYID").toString();
    }

    @Override
    public String uri() {
        return members.stream().limit(PRIMARIES).map(member -> member.host() + ":" + member.port()).collect(Collectors
                .joining(",", "redis-cluster://", ""));
    }

    /** Where those with TLS are, in one address. */
    public String tlsUri() {
        return members.stream().limit(PRIMARIES).map(member -> "localhost:" + member.tlsPort()).collect(Collectors
                .joining(",", "rediss-cluster://", ""));
    }

    @Override
    public List<RedisProcess> servers() {
        return List.copyOf(members);
    }

    /** The slot of a key. */
    public int slot(String key) {
        return Math.toIntExact((Long) members.getFirst().command("CLUSTER", "KEYSLOT", key));
    }

    /** The primary that has the slot, as a member that is alive sees it. */
    public RedisProcess primaryOf(int slot) {
        List<?> ranges = (List<?>) members.stream().filter(RedisProcess::isRunning).findFirst().orElseThrow().command(
                "CLUSTER", "SLOTS");
        int port = ranges.stream().map(List.class::cast).filter(range -> (Long) range.getFirst() <= slot && (Long) range
                .get(1) >= slot).mapToInt(range -> Math.toIntExact((Long) ((List<?>) range.get(2)).get(1))).findFirst()
                .orElseThrow();
        return members.stream().filter(member -> member.port() == port).findFirst().orElseThrow();
    }

    /** The primaries, as they were at the start if none has been replaced. */
    public List<RedisProcess> primaries() {
        return members.stream().filter(RedisProcess::isRunning).filter(member -> member.command("CLUSTER", "NODES")
                .toString().contains("myself,master")).toList();
    }

    /** Returns when another server than this has become the primary of the slot. */
    public RedisProcess awaitSuccessor(int slot, RedisProcess earlier) {
        await("another primary").ignoreExceptions().until(() -> primaryOf(slot) != earlier);
        return primaryOf(slot);
    }

    /** Lets the replica of the slot's primary take its place, with all that it has; returns when everybody knows. */
    public RedisProcess switchOver(int slot) {
        RedisProcess earlier = primaryOf(slot);
        String primary = id(earlier);
        members.stream().filter(member -> member.command("CLUSTER", "NODES").toString().contains("myself,slave "
                + primary)).findFirst().orElseThrow().command("CLUSTER", "FAILOVER");
        await("a primary that has become a replica").until(() -> members.stream().allMatch(member -> member.command(
                "CLUSTER", "NODES").toString().lines().anyMatch(line -> line.startsWith(primary)
                        && line.contains(
                                "slave"))));
        return primaryOf(slot);
    }

    /** Executes one command at the primary of its key. */
    public Object command(String key, String name, String... arguments) {
        return primaryOf(slot(key)).command(name, Stream.concat(Stream.of(key), Stream.of(arguments)).toArray(
                String[]::new));
    }

    /** Removes every key. */
    public void flush() {
        primaries().forEach(primary -> primary.command("FLUSHALL"));
    }

    /** Begins to move a slot: from now on its keys can be on both sides. */
    public void beginMove(int slot, RedisProcess from, RedisProcess to) {
        to.command("CLUSTER", "SETSLOT", "" + slot, "IMPORTING", id(from));
        from.command("CLUSTER", "SETSLOT", "" + slot, "MIGRATING", id(to));
    }

    /** Moves all keys that the slot holds now. */
    public void moveKeys(int slot, RedisProcess from, RedisProcess to) {
        for (List<?> keys = keys(slot, from); !keys.isEmpty(); keys = keys(slot, from)) {
            from.command("MIGRATE",
                    Stream.concat(Stream.of(to.host(), "" + to.peerPort(), "", "0", "5000", "KEYS"), keys
                            .stream().map(Object::toString)).toArray(String[]::new));
        }
    }

    private static List<?> keys(int slot, RedisProcess from) {
        return (List<?>) from.command("CLUSTER", "GETKEYSINSLOT", "" + slot, KEYS_AT_ONCE);
    }

    /** Ends a move: the slot belongs to its new server. Keys that were made meanwhile are moved first. */
    public void endMove(int slot, RedisProcess from, RedisProcess to) {
        String owner = id(to);
        to.command("CLUSTER", "SETSLOT", "" + slot, "NODE", owner);
        await("a slot without keys on its earlier server").until(() -> {
            moveKeys(slot, from, to);
            try {
                return from.command("CLUSTER", "SETSLOT", "" + slot, "NODE", owner).equals("OK");
            } catch (JedisException keyCameInBetween) {
                return false;
            }
        });
    }

    /** Moves a slot with all its keys. */
    public void move(int slot, RedisProcess from, RedisProcess to) {
        beginMove(slot, from, to);
        moveKeys(slot, from, to);
        endMove(slot, from, to);
    }

    @Override
    public void resume() {
        members.forEach(RedisProcess::resume);
    }

    @Override
    public void close() {
        members.forEach(RedisProcess::close);
    }
}
