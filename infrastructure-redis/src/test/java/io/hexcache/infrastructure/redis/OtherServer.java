package io.hexcache.infrastructure.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Something that listens on a port and is not a Redis. */
final class OtherServer implements AutoCloseable {

    private final ServerSocket socket;
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    private final String greeting;

    private OtherServer(String greeting) {
        this.greeting = greeting;
        try {
            this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** Takes connections and never says a word. */
    static OtherServer silent() {
        return new OtherServer("");
    }

    /** Says this to everybody. */
    static OtherServer saying(String greeting) {
        return new OtherServer(greeting);
    }

    String uri() {
        return "redis://127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                Socket next = socket.accept();
                accepted.add(next);
                next.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket open : accepted) {
            open.close();
        }
    }
}
