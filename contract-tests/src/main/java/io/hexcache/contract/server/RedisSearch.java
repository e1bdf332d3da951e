package io.hexcache.contract.server;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds a Redis for tests: the address that the environment names, a container where an engine answers, a program on
 * the PATH, the bundled program; the first that works.
 */
final class RedisSearch {

    static final String ADDRESS = "HEXCACHE_TEST_REDIS_URL";

    private final Map<String, String> environment;
    private final Supplier<Optional<RedisServer>> container;
    private final Supplier<Optional<RedisBinary>> bundled;

    RedisSearch(Map<String, String> environment, Supplier<Optional<RedisServer>> container,
            Supplier<Optional<RedisBinary>> bundled) {
        this.environment = environment;
        this.container = container;
        this.bundled = bundled;
    }

    /** The search of every test run. */
    static RedisSearch everywhere() {
        return new RedisSearch(System.getenv(), RedisContainer::start, RedisBinary::bundled);
    }

    /** A server that runs. An address that is named and does not answer is an error, not a reason to look further. */
    Optional<RedisServer> server(Optional<RedisBinary> binary) {
        Optional<RedisServer> named = Optional.ofNullable(environment.get(ADDRESS)).filter(uri -> !uri.isBlank())
                .map(uri -> new FoundRedis("environment", uri, () -> {}));
        return named.or(container).or(() -> binary.map(RedisProcess::start));
    }

    /** A program to start servers with. */
    Optional<RedisBinary> binary() {
        return RedisBinary.onPath(environment.getOrDefault("PATH", "")).or(bundled);
    }

    /** Programs of other versions than the first one, each version once. */
    List<RedisBinary> otherBinaries() {
        Set<String> seen = new HashSet<>();
        binary().map(RedisBinary::version).ifPresent(seen::add);
        return Stream.concat(RedisBinary.allOnPath(environment.getOrDefault("PATH", "")).stream(), bundled.get()
                .stream()).filter(program -> seen.add(program.version())).toList();
    }

    /** One that finds this program and nothing else. */
    RedisSearch only(RedisBinary program) {
        return new RedisSearch(isMandatory() ? Map.of("CI", "true") : Map.of(), Optional::empty, () -> Optional.of(
                program));
    }

    /** Whether a missing server is a failure and not a skip. */
    boolean isMandatory() {
        return "true".equals(environment.get("CI"));
    }
}
