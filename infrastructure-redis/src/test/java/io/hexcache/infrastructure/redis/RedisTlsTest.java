package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.contract.server.TestCertificates;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.BusListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@RealRedis
@Timeout(30)
class RedisTlsTest {

    private static final CacheKey KEY = CacheKey.parse("tls:1:v0");

    @TempDir
    private Path folder;

    private TestCertificates certificates;

    @BeforeEach
    void makeCertificates() {
        certificates = TestCertificates.in(folder);
    }

    private RedisSettings trusting(String uri, Path authority) {
        Duration patience = Duration.ofSeconds(5);
        RedisUri trusting = RedisUri.parse(uri).withAuthorities(authority);
        RedisSettings defaults = RedisSettings.of(uri);
        return new RedisSettings(trusting, defaults.keyPrefix(), new RedisTimeouts(patience, patience, patience),
                defaults.pool(), defaults.clientName());
    }

    private static String uri(String scheme, String host, int port) {
        return "%s://%s:%d".formatted(scheme, host, port);
    }

    @Test
    void authorityOfTheCertificateIsTrusted_storeAndBusWork(RedisProcess redis) throws InterruptedException {
        int port = redis.listenWithTls(certificates, false);
        CountDownLatch heard = new CountDownLatch(1);
        CountDownLatch connected = new CountDownLatch(1);

        try (RedisAdapters adapters = Redises.connect(trusting(uri("rediss", "localhost", port), certificates
                .authority()))) {
            Redises.set(adapters.store(), KEY, new byte[100_000], Duration.ofMinutes(1));
            assertThat(adapters.store().get(KEY).orElseThrow().bytes()).hasSize(100_000);
            adapters.bus().subscribe(new Counting(connected, heard));
            assertThat(connected.await(10, TimeUnit.SECONDS)).isTrue();
            Redises.announce(adapters, "one");

            assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void connectionThatIsClosedInUse_endsAtOnce(RedisProcess redis) {
        int port = redis.listenWithTls(certificates, false);
        RedisSettings quick = trusting(uri("rediss", "localhost", port), certificates.authority()).withTimeouts(
                RedisTimeouts.defaults());
        try (RedisAdapters adapters = Redises.connect(quick)) {
            redis.pause();
            long began = System.nanoTime();

            // More than the buffers of both sides take, so that writing it blocks.
            assertThatThrownBy(() -> Redises.set(adapters.store(), KEY, new byte[64 << 20], Duration.ofMinutes(1)))
                    .hasMessageContaining("in time");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void authorityIsUnknown_isRefused(RedisProcess redis) throws IOException {
        int port = redis.listenWithTls(certificates, false);
        Path other = Files.createDirectory(folder.resolve("other"));

        assertRefused(RedisSettings.of(uri("rediss", "localhost", port)), "no authority that we trust", "redis.tls.ca");
        assertRefused(trusting(uri("rediss", "localhost", port), TestCertificates.in(other).authority()),
                "no authority that we trust", "redis.tls.ca");
    }

    @Test
    void certificateOfAnotherHost_isRefused(RedisProcess redis) {
        int port = redis.listenWithTls(certificates, false);

        assertRefused(trusting(uri("rediss", "127.0.0.1", port), certificates.authority()),
                "not for the host 127.0.0.1", "connect by a name");
    }

    @Test
    void verificationSwitchedOff_connectsAnywhere_andWarnsOnce(RedisProcess redis) {
        int port = redis.listenWithTls(certificates, false);
        Logger logger = (Logger) LoggerFactory.getLogger(RedisAdapters.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);

        try (RedisAdapters adapters = Redises.connect(RedisSettings.of(uri("rediss", "127.0.0.1", port)
                + "?verify=none"))) {
            adapters.store().ping();
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).filteredOn(line -> line.contains(
                "is not verified")).singleElement().asString().contains("127.0.0.1:" + port, "redis.tls.ca");
    }

    @Test
    void tlsToAPlainPort_isRefused(RedisProcess redis) {
        assertRefused(RedisSettings.of(uri("rediss", "localhost", redis.port())), "TLS",
                "write redis instead of rediss");
    }

    @Test
    void plainToATlsPort_isRefused(RedisProcess redis) {
        int port = redis.listenWithTls(certificates, false);

        assertRefused(RedisSettings.of(uri("redis", "localhost", port)), "write rediss instead of redis");
    }

    @Test
    void serverWantsACertificateOfOurs_isRefused(RedisProcess redis) {
        int port = redis.listenWithTls(certificates, true);

        assertRefused(trusting(uri("rediss", "localhost", port), certificates.authority()), "certificate of ours",
                "tls-auth-clients");
    }

    @Test
    void wrongPassword_isRefusedWithoutIt(RedisProcess redis) {
        int port = redis.listenWithTls(certificates, false);
        redis.command("ACL", "SETUSER", "me", "on", ">right", "~*", "&*", "+@all");

        assertRefused(trusting("rediss://me:secret@localhost:" + port, certificates.authority()),
                "refuses user or password");
    }

    @Test
    void somethingSilent_isRefusedInTime() throws IOException {
        try (OtherServer silent = OtherServer.silent()) {
            assertRefused(RedisSettings.of(silent.uri().replace("redis", "rediss")), "does not answer in TLS");
        }
    }

    @Test
    void fileOfAuthoritiesIsOfNoUse_saysSo() throws IOException {
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate\n");
        Path broken = Files.writeString(folder.resolve("broken.pem"),
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        for (Path useless : new Path[]{text, broken, folder.resolve("missing.pem")}) {
            assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> Redises.connect(trusting(
                    "rediss://localhost", useless)).close()).withMessageContaining(useless.toString())
                    .withMessageContaining("name a PEM file");
        }
    }

    private static void assertRefused(RedisSettings settings, String... parts) {
        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> Redises.connect(settings).close())
                .satisfies(refused -> assertThat(refused.getMessage()).contains(parts).doesNotContain("secret")
                        .doesNotContain("\n"));
    }

    /** Counts down when it is connected and when it hears. */
    private record Counting(CountDownLatch connections, CountDownLatch messages) implements BusListener {

        @Override
        public void connected() {
            connections.countDown();
        }

        @Override
        public void disconnected() {
            // The test is about what arrives.
        }

        @Override
        public void received(Message message) {
            messages.countDown();
        }
    }
}
