package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.key.CounterKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Subject;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.CounterAge;
import io.hexcache.domain.port.CounterChange;
import io.hexcache.domain.port.CounterStore;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.port.OperationId;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.Stamps;
import io.hexcache.domain.port.TagIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every contract holds for a user who may do what the README says and nothing else, and who needs all of it. */
@RealRedis
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisAclProof {

    private static final String LINE = "ACL SETUSER hexcache ";

    private final RedisServer server;
    private Map<String, Long> before = Map.of();

    RedisAclProof(RedisServer server) {
        this.server = server;
    }

    static List<String> rules() {
        Path readme = Path.of(System.getProperty("basedir", ""), "..", "README.md");
        try (Stream<String> lines = Files.lines(readme)) {
            return List.of(lines.dropWhile(line -> !line.startsWith(LINE)).takeWhile(line -> !line.startsWith("```"))
                    .collect(Collectors.joining(" ")).substring(LINE.length()).replace("\\", " ").strip()
                    .split("\\s+"));
        } catch (IOException noReadme) {
            throw new UncheckedIOException(noReadme);
        }
    }

    @BeforeAll
    void makeTheUser() {
        server.command("ACL", Stream.concat(Stream.of("SETUSER", "hexcache"), rules().stream()).toArray(
                String[]::new));
        server.command("SCRIPT", "FLUSH");
        before = server.commandCounts();
    }

    @AfterAll
    void everyCommandWasNeeded() {
        Map<String, Long> after = server.commandCounts();
        server.command("ACL", "DELUSER", "hexcache");

        assertThat(rules()).filteredOn(rule -> rule.startsWith("+")).isNotEmpty().allSatisfy(rule -> assertThat(calls(
                after, rule)).isGreaterThan(calls(before, rule)));
    }

    /** Redis 6.2 does not count subcommands apart. */
    private static long calls(Map<String, Long> counts, String rule) {
        String command = rule.substring(1);
        return counts.getOrDefault(command, counts.getOrDefault(command.replaceFirst("[|].*", ""), 0L));
    }

    @Test
    void registerThatIsFull_mayForget() {
        RedisSettings settings = settings();
        try (LinePool pool = new LinePool(settings, Redises.dialer(settings, System::nanoTime, new StoreIdentity()),
                System::nanoTime)) {
            StampRegister register = new RedisStampRegister(Redises.node(settings, pool), new Keyspace("hexcache"), 2);
            Stamps first = register.stamp(Set.of(new Subject("a")), 0);
            Stamps last = register.stamp(Set.of(new Subject("b"), new Subject("c")), 0);

            assertThat(last.floor()).isGreaterThanOrEqualTo(first.last());
        }
    }

    @Test
    void counterWhoseOutcomesAreOld_mayTurnThem() {
        try (RedisAdapters adapters = connect()) {
            CounterKey key = new CounterKey(new Namespace("acl"), "visits");
            for (int change = 1; change <= 2; change++) {
                assertThat(adapters.counters().add(key, new CounterChange(1, new OperationId("%032x".formatted(
                        change)), Optional.empty(), new CounterAge(0, 7)))).isEqualTo(change);
                server.command("HSET", "hexcache:{#count:acl:visits}:o", "began", "1");
            }
        }
    }

    private RedisAdapters connect() {
        return Redises.connect(settings());
    }

    private RedisSettings settings() {
        RedisSettings own = Redises.patient(server);
        RedisUri uri = own.uri();
        RedisUri restricted = new RedisUri(uri.topology(), new RedisCredentials("hexcache", "password"), uri.database(),
                uri.tls());
        return new RedisSettings(restricted, own.keyPrefix(), own.timeouts(), own.pool(), own.clientName());
    }

    @Nested
    class Store extends RedisCacheStoreTest {

        Store() {
            super(server);
        }

        @Override
        public CacheStore emptyStore() {
            return open(RedisAclProof.this::connect).store();
        }
    }

    @Nested
    class Tags extends RedisTagIndexTest {

        Tags() {
            super(server);
        }

        @Override
        public TagIndex emptyIndex() {
            return open(RedisAclProof.this::connect).tagIndex();
        }
    }

    @Nested
    class Register extends RedisStampRegisterTest {

        Register() {
            super(server);
        }

        @Override
        public StampRegister emptyRegister() {
            return open(RedisAclProof.this::connect).stampRegister();
        }
    }

    @Nested
    class Bus extends RedisInvalidationBusTest {

        Bus() {
            super(server);
        }

        @Override
        public InvalidationBus newNode() {
            return open(RedisAclProof.this::connect).bus();
        }
    }

    @Nested
    class Streams extends RedisStreamBusTest {

        Streams() {
            super(server);
        }

        @Override
        public InvalidationBus newNode() {
            return opened(connect()).streamBus(StreamSettings.defaults());
        }
    }

    @Nested
    class Counting extends RedisCounterStoreTest {

        Counting() {
            super(server);
        }

        @Override
        public CounterStore emptyCounters() {
            server.flush();
            return opened(connect()).counters();
        }
    }
}
