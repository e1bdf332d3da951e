package io.hexcache.bootstrap.node;

import io.hexcache.bootstrap.configuration.KnownSettings;
import io.hexcache.bootstrap.configuration.Settings;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A running node: the service of one process, or one of several in a test. */
public final class Node implements AutoCloseable {

    private final OpenResources resources;
    private final String url;
    private final String adapters;

    private Node(OpenResources resources, String url, String adapters) {
        this.resources = resources;
        this.url = url;
        this.adapters = adapters;
    }

    /**
     * Starts a node and answers when it serves.
     *
     * @throws io.hexcache.domain.error.CacheException if it cannot start, with the reason and the way out in one line;
     *         then nothing of it is left open
     */
    public static Node start(Settings settings) {
        return start(settings, UnaryOperator.identity());
    }

    static Node start(Settings settings, UnaryOperator<DataSource> observed) {
        OpenResources resources = new OpenResources();
        boolean started = false;
        try {
            NodeComponent graph = DaggerNodeComponent.factory().create(settings, resources, observed);
            int port = graph.start().run();
            Node node = new Node(resources, url(settings, port), adapters(settings, graph.secondTier()));
            started = true;
            return node;
        } finally {
            if (!started) {
                resources.close();
            }
        }
    }

    private static String url(Settings settings, int port) {
        String host = settings.get(KnownSettings.HTTP_HOST);
        return "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port);
    }

    private static String adapters(Settings settings, SecondTier second) {
        return "L1 Caffeine, L2 %s, bus %s, source %s".formatted(second.storeName(), second.busName(),
                settings.get(
                        KnownSettings.CATALOG_DB));
    }

    /** Where it serves, such as {@code http://127.0.0.1:8080}. */
    public String url() {
        return url;
    }

    /** Which adapters it is made of, for people. */
    public String adapters() {
        return adapters;
    }

    /** Stops: first the requests, then what they need. Bounded, and harmless when repeated. */
    @Override
    public void close() {
        resources.close();
    }
}
