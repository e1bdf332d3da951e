package io.hexcache.infrastructure.http;

import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty, set up: a few threads of the platform watch the sockets, a virtual one carries each request. */
final class JettyServer {

    private static final int PLATFORM_THREADS = 8;

    /** How long a connection may idle once there are as many as may be. */
    private static final long CROWDED_IDLE_MILLIS = 1_000;

    /** How long a connection without a request may idle while the service stops. */
    private static final long CLOSING_IDLE_MILLIS = 250;

    private JettyServer() {}

    /** A server that is not started yet. */
    static Server create(HttpSettings settings, Handler requests, Request.Handler errors, long stopMillis) {
        QueuedThreadPool threads = new QueuedThreadPool(PLATFORM_THREADS);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0)
                .factory()));
        Server server = new Server(threads);
        SlowClientHandler slowClients = new SlowClientHandler(requests, server.getScheduler(), settings.limits());
        server.setHandler(slowClients);
        server.setErrorHandler(errors);
        server.setStopTimeout(stopMillis);
        ServerConnector connector = connector(server, settings);
        connector.addBean(slowClients, false);
        server.addConnector(connector);
        NetworkConnectionLimit connections = new NetworkConnectionLimit(settings.limits().maxConnections(), connector);
        connections.setEndPointIdleTimeout(Math.min(CROWDED_IDLE_MILLIS, settings.limits().idleTimeout().toMillis()));
        server.addBean(connections);
        return server;
    }

    private static ServerConnector connector(Server server, HttpSettings settings) {
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http(settings
                .limits())));
        InetSocketAddress address = new InetSocketAddress(settings.socketAddress(), settings.port());
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        // A short queue makes the kernel drop the first packet of whoever comes in a crowd: he tries again a second
        // later.
        connector.setAcceptQueueSize(settings.limits().maxConnections());
        connector.setShutdownIdleTimeout(CLOSING_IDLE_MILLIS);
        connector.setIdleTimeout(settings.limits().idleTimeout().toMillis());
        return connector;
    }

    private static HttpConfiguration http(HttpSettings.Limits limits) {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(limits.maxHeaderBytes());
        http.setSendServerVersion(false);
        // Lenient line ends let two readers of one stream see different requests.
        http.setHttpCompliance(HttpCompliance.RFC9110.without("hexcache",
                HttpCompliance.Violation.LF_HEADER_TERMINATION, HttpCompliance.Violation.LF_CHUNK_TERMINATION));
        // An identifier may hold a percent sign: nothing here decodes a path twice, which is what makes %25 dangerous.
        http.setUriCompliance(UriCompliance.DEFAULT.with("hexcache",
                UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
        return http;
    }
}
