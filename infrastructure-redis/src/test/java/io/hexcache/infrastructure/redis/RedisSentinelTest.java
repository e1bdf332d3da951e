package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.contract.server.RedisSentinels;
import io.hexcache.contract.server.SentinelProcess;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.time.BlockingWaiter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Finding the primary, and what is said where it cannot be found. */
@RealRedis
@Timeout(30)
class RedisSentinelTest {

    private final RedisSentinels group;

    RedisSentinelTest(RedisSentinels group) {
        this.group = group;
    }

    @Test
    void connect_asksTheSentinels_andUsesThePrimary() {
        try (RedisAdapters adapters = Redises.connect(Redises.patient(group.uri()))) {
            adapters.store().ping();

            assertThat(group.primary().command("CLIENT", "LIST").toString()).contains("name=hexcache");
        }
    }

    @Test
    void connect_someSentinelsAreAway_asksTheOthers() {
        String last = group.sentinels().getLast().address();
        String uri = "redis-sentinel://no-such-host.invalid,127.0.0.1:%d,%s/primary".formatted(Redises.closedPort(),
                last);

        try (RedisAdapters adapters = Redises.connect(Redises.patient(uri))) {
            adapters.store().ping();
        }
    }

    @Test
    void connect_aSentinelHangs_asksTheOthersNextTime(RedisSentinels own) {
        RedisProcess primary = own.primary();
        own.sentinels().getFirst().pause();
        RedisSettings settings = RedisSettings.of(own.uri());
        try (RedisAdapters adapters = RedisAdapters.unconnected(settings, System::nanoTime,
                new BlockingWaiter())) {
            Redises.awaitWorking(adapters.store()::ping);
            long began = System.nanoTime();
            primary.command("CLIENT", "KILL", "TYPE", "normal");
            Redises.awaitWorking(adapters.store()::ping);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).as("the one that hangs is not asked again")
                    .isLessThan(settings.timeouts().command());
        }
    }

    @Test
    void connect_sentinelsAskForAPassword_isGivenTheirs(RedisSentinels own) {
        own.sentinels().forEach(sentinel -> sentinel.command("ACL", "SETUSER", "me", "on", ">s3cret",
                "+sentinel|get-master-addr-by-name", "+client|setname"));
        own.sentinels().forEach(sentinel -> sentinel.command("ACL", "SETUSER", "default", "resetpass", ">other"));

        try (RedisAdapters adapters = Redises.connect(Redises.patient(own.uri()
                + "?sentinel-user=me&sentinel-password=s3cret"))) {
            adapters.store().ping();
        }
        assertRefused(own.uri(), "asks for a password", "no sentinel says where the primary 'primary' is");
        assertRefused(own.uri() + "?sentinel-user=me&sentinel-password=wrong", "refuses user or password");
    }

    @Test
    void connect_nameThatNoSentinelKnows_saysSo() {
        assertRefused(group.uri().replace("/primary", "/other"), "no sentinel says where the primary 'other' is",
                "knows no primary 'other'");
    }

    @Test
    void connect_noSentinelAnswers_saysSoOfEach() {
        int port = Redises.closedPort();

        assertRefused("redis-sentinel://127.0.0.1:%d/primary".formatted(port), "no sentinel says", "127.0.0.1:" + port,
                "refused");
    }

    @Test
    void connect_aServerThatIsNoSentinel_saysSo() {
        RedisProcess server = group.primary();

        assertRefused("redis-sentinel://127.0.0.1:%d/primary".formatted(server.port()), "127.0.0.1:" + server.port()
                + " says", "SENTINEL");
    }

    @Test
    void connect_sentinelNamesAReplica_isRefused() {
        RedisProcess primary = group.primary();
        RedisProcess replica = group.servers().stream().filter(server -> server != primary).findFirst().orElseThrow();
        SentinelProcess mistaken = group.sentinels().getFirst();
        mistaken.command("SENTINEL", "MONITOR", "mistaken", replica.host(), Integer.toString(replica.port()), "3");

        assertRefused("redis-sentinel://%s/mistaken".formatted(mistaken.address()), "127.0.0.1:" + replica.port(),
                "it is a replica");
        mistaken.command("SENTINEL", "REMOVE", "mistaken");
    }

    @Test
    void connect_userMayNotAskForTheRole_isRefused() {
        group.primary().command("ACL", "SETUSER", "me", "on", ">pw", "~*", "&*", "+@all", "-info");

        assertRefused(group.uri().replace("://", "://me:pw@"), "whether it is the primary", "allow our user");
        group.primary().command("ACL", "DELUSER", "me");
    }

    private static void assertRefused(String uri, String... parts) {
        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> Redises.connect(Redises.patient(uri))
                .close()).satisfies(refused -> assertThat(refused.getMessage()).contains(parts).doesNotContain("s3cret")
                        .doesNotContain("\n"));
    }
}
