package io.hexcache.contract.server;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

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

    /** Whether a missing server is a failure and not a skip. */
    boolean isMandatory() {
        return "true".equals(environment.get("CI"));
    }
}
