package io.hexcache.contract.server;

import java.util.Optional;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** A Redis where a container engine answers. */
final class RedisContainer {

    private static final String IMAGE = "redis:7.2-alpine";
    private static final int PORT = 6379;

    private RedisContainer() {}

    /** One that runs, unless there is no engine or it cannot get the image. */
    @SuppressWarnings("resource") // closed by the server that it becomes
    static Optional<RedisServer> start() {
        try {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return Optional.empty();
            }
            GenericContainer<?> container = new GenericContainer<>(IMAGE).withExposedPorts(PORT)
                    .withCommand("redis-server", "--save", "", "--appendonly", "no");
            container.start();
            String uri = "redis://%s:%d".formatted(container.getHost(), container.getMappedPort(PORT));
            return Optional.of(new FoundRedis("container:" + IMAGE, uri, container::stop));
        } catch (RuntimeException engineWithoutImage) {
            return Optional.empty();
        }
    }
}
