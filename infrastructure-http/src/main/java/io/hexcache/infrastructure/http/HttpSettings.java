package io.hexcache.infrastructure.http;

import io.hexcache.domain.error.CacheConfigurationException;
import java.net.InetAddress;
import java.time.Duration;

/**
 * Where the service listens and how much it takes.
 *
 * @param address {@code localhost} or the literal of a loopback address (127.0.0.1); the service knows no callers yet,
 *            so it is refused to anybody outside of the machine
 * @param port 0 to 65535 (8080); 0 takes any free one
 */
public record HttpSettings(String address, int port, Limits limits) {

    /** What holds unless something else is said. */
    public static final HttpSettings DEFAULT = new HttpSettings("127.0.0.1", 8080, Limits.DEFAULT);

    /** Checks address and port; throws {@link CacheConfigurationException} with the one that is not possible. */
    public HttpSettings {
        if (!LoopbackName.isOne(address)) {
            throw new CacheConfigurationException(
                    "address '%s' is not a loopback address; the service asks nobody who he "
                            .formatted(address) + "is, so it listens on localhost, 127.0.0.1 or ::1 only");
        }
        if (port < 0 || port > 65_535) {
            throw new CacheConfigurationException(
                    "port %d is not possible; it must be between 0 (any free one) and 65535"
                            .formatted(port));
        }
    }

    /** The same on another port. */
    public HttpSettings withPort(int other) {
        return new HttpSettings(address, other, limits);
    }

    /** The same within other limits. */
    public HttpSettings withLimits(Limits other) {
        return new HttpSettings(address, port, other);
    }

    InetAddress socketAddress() {
        return LoopbackName.resolve(address);
    }

    /**
     * What one client, or many slow or hostile ones, can take from the service.
     *
     * @param maxBodyBytes largest body of a request (1 MiB)
     * @param maxHeaderBytes request line and header fields together (8 KiB)
     * @param idleTimeout how long a connection may wait for its next request, and a response for its reader (30 s)
     * @param requestDeadline how long the first header of a connection may take to arrive, and each body (10 s)
     * @param maxConnections open connections (1,024); those beyond wait until one closes
     * @param maxBodyBytesTogether bodies of all requests in flight together (64 MiB); those beyond are refused
     */
    public record Limits(int maxBodyBytes, int maxHeaderBytes, Duration idleTimeout, Duration requestDeadline,
            int maxConnections, long maxBodyBytesTogether) {

        private static final long DEFAULT_TOGETHER = 64L << 20;

        /** What holds unless something else is said. */
        public static final Limits DEFAULT = new Limits(1 << 20, 8 << 10, Duration.ofSeconds(30), Duration.ofSeconds(
                10), 1_024);

        /** With the default for the bodies of all requests together. */
        public Limits(int maxBodyBytes, int maxHeaderBytes, Duration idleTimeout, Duration requestDeadline,
                int maxConnections) {
            this(maxBodyBytes, maxHeaderBytes, idleTimeout, requestDeadline, maxConnections, DEFAULT_TOGETHER);
        }

        /** Checks that each limit is at least 1, the header at least 1 KiB, and that the largest body has room. */
        public Limits {
            if (maxBodyBytes < 1 || maxHeaderBytes < 1_024 || maxConnections < 1 || idleTimeout.toMillis() < 1
                    || requestDeadline.toMillis() < 1) {
                throw new CacheConfigurationException(
                        ("limits body=%d header=%d idle=%s request=%s connections=%d are not "
                                + "possible: header 1024 bytes or more, durations 1 ms or more, the others 1 or more")
                                .formatted(
                                        maxBodyBytes, maxHeaderBytes, idleTimeout, requestDeadline, maxConnections));
            }
            if (maxBodyBytesTogether < maxBodyBytes) {
                throw new CacheConfigurationException(
                        "all bodies together may have %d bytes, which one of %d would not "
                                .formatted(maxBodyBytesTogether, maxBodyBytes)
                                + "fit into; raise the first or lower the second");
            }
        }
    }
}
