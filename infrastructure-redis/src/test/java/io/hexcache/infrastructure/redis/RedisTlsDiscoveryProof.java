package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisCluster;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.contract.server.RedisSentinels;
import io.hexcache.contract.server.TestCertificates;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS to servers that sentinels and members of a cluster have named: their host names are verified, too. */
@RealRedis
@Timeout(90)
class RedisTlsDiscoveryProof {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final List<CacheKey> KEYS = IntStream.range(0, 50).mapToObj(i -> CacheKey.parse("tls:%d:v0"
            .formatted(i))).toList();

    @TempDir
    private Path folder;

    private TestCertificates certificates;

    @BeforeEach
    void makeCertificates() {
        certificates = TestCertificates.in(folder);
    }

    private RedisSettings trusting(String uri) {
        RedisSettings patient = Redises.patient(uri);
        return new RedisSettings(RedisUri.parse(uri).withAuthorities(certificates.authority()), patient.keyPrefix(),
                patient.timeouts(), patient.pool(), patient.clientName());
    }

    private static void assertKeeps(CacheStore store) {
        for (CacheKey key : KEYS) {
            Redises.set(store, key, key.identifier().getBytes(StandardCharsets.UTF_8), LONG);
            assertThat(store.get(key).orElseThrow().bytes()).asString().isEqualTo(key.identifier());
        }
    }

    @Test
    void cluster_membersSlotsAndSuccessorsAreFound_byTheNamesInTheirCertificates() {
        try (RedisCluster cluster = RedisCluster.startWithTls(certificates);
                RedisAdapters adapters = Redises.connect(trusting(cluster.tlsUri()))) {
            CacheStore store = adapters.store();
            assertKeeps(store);
            assertThat(cluster.primaries()).allSatisfy(primary -> assertThat((Long) primary.command("DBSIZE"))
                    .isPositive());
            int slot = cluster.slot("{" + KEYS.getFirst().render() + "}");
            RedisProcess from = cluster.primaryOf(slot);
            cluster.move(slot, from, cluster.primaries().stream().filter(other -> other != from).findFirst()
                    .orElseThrow());
            assertThat(store.remove(Set.of(KEYS.getFirst()))).as("where MOVED points to").isEqualTo(1);
            RedisProcess dies = cluster.primaryOf(slot);
            dies.kill();
            cluster.awaitSuccessor(slot, dies);

            Redises.awaitWorking(() -> assertKeeps(store));
        }
    }

    @Test
    void sentinels_primaryAndSuccessorAreFound_byTheNamesInTheirCertificates() {
        try (RedisSentinels group = RedisSentinels.startWithTls(certificates);
                RedisAdapters adapters = Redises.connect(trusting(group.tlsUri()))) {
            CacheStore store = adapters.store();
            assertKeeps(store);
            RedisProcess dies = group.servers().getFirst();
            dies.kill();

            Redises.awaitWorking(() -> assertKeeps(store));
        }
    }

    @Test
    void addressWithoutAName_isRefused_ofAMemberAndOfASentinel() {
        try (RedisCluster cluster = RedisCluster.startWithTls(certificates);
                RedisSentinels group = RedisSentinels.startWithTls(certificates)) {
            for (String uri : List.of(cluster.tlsUri(), group.tlsUri())) {
                assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> Redises.connect(trusting(uri
                        .replace("localhost", "127.0.0.1"))).close()).withMessageContaining(
                                "not for the host 127.0.0.1");
            }
        }
    }
}
