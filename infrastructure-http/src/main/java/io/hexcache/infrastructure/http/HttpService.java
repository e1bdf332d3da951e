package io.hexcache.infrastructure.http;

import io.hexcache.application.management.CacheManagementUseCase;
import io.hexcache.application.route.Route;
import io.hexcache.domain.error.CacheConfigurationException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running web service: the operator's port and the routes of features over HTTP.
 *
 * <p>
 * Every request is answered on a virtual thread of its own. Errors of any kind are problem documents (RFC 9457).
 */
public final class HttpService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);

    /** How long {@link #close} lets requests in flight finish. */
    private static final long STOP_MILLIS = 5_000;

    private final Server server;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private HttpService(Server server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Listens, and answers from now on.
     *
     * @param management what the service's own routes ask
     * @param routes the routes of features
     * @param dates tells how old a cached value is
     * @throws CacheConfigurationException if the port is in use or the address cannot be bound
     * @throws IllegalArgumentException if two routes cannot be told apart, which is a mistake in the wiring
     */
    public static HttpService start(HttpSettings settings, CacheManagementUseCase management, List<Route<?>> routes,
            InstantSource dates) {
        StrictJson json = new StrictJson();
        ProblemAnswers problems = new ProblemAnswers(json, new ErrorIds(dates));
        RequestHandler requests = new RequestHandler(new RouteTable(Stream.concat(own(management), routes.stream())
                .toList()), settings.limits(), json, new ReplyAnswers(json, dates), problems);
        Server server = JettyServer.create(settings, requests, new ErrorDocuments(problems), STOP_MILLIS);
        ServerConnector connector = (ServerConnector) server.getConnectors()[0];
        bind(connector, settings);
        startUp(server);
        return new HttpService(server, connector.getLocalPort());
    }

    /** Where the service listens, also if it was told to take any free port. */
    public int port() {
        return port;
    }

    /**
     * Accepts nothing more, gives requests in flight 5 s to finish, and cuts what is left. Closing twice is harmless.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            server.stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception late) {
            LOG.warn("the HTTP service stopped before all requests had been answered: {}", late.toString());
        }
    }

    private static Stream<Route<?>> own(CacheManagementUseCase management) {
        return Stream.of(new EntryRoutes(management).routes(), new InvalidationRoutes(management).routes(),
                new StatisticsRoutes(management).routes(), new HealthRoutes(management).routes(),
                new WriteBehindRoutes(management).routes()).flatMap(List::stream);
    }

    private static void bind(ServerConnector connector, HttpSettings settings) {
        try {
            connector.open();
        } catch (IOException taken) {
            throw new CacheConfigurationException(
                    "port %d on %s is in use or may not be opened; stop what listens there, or "
                            .formatted(settings.port(), settings.address()) + "choose another with --port",
                    taken);
        }
    }

    private static void startUp(Server server) {
        try {
            server.start();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the HTTP service started", interrupted);
        } catch (Exception broken) {
            throw new IllegalStateException("the HTTP service could not be started", broken);
        }
    }
}
