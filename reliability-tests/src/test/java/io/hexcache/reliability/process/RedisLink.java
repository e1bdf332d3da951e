package io.hexcache.reliability.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** The way from one service to Redis: it passes on every byte, in order and once, unless it is in trouble. */
public final class RedisLink implements AutoCloseable {

    private static final int PIECE = 8_192;

    private final ServerSocket server;
    private final int target;
    private final AtomicReference<Trouble> trouble = new AtomicReference<>(Trouble.NONE);

    private RedisLink(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /** To a Redis on this machine, listening on a port of its own. */
    public static RedisLink to(int port) throws IOException {
        RedisLink link = new RedisLink(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), port);
        Thread.ofVirtual().start(link::accept);
        return link;
    }

    /** What the service is told. */
    public String uri() {
        return "redis://127.0.0.1:" + server.getLocalPort();
    }

    /** Every piece comes so much later. */
    public void slow(Duration delay) {
        trouble.set(new Trouble.Slow(delay, new CountDownLatch(1)));
    }

    /** Nothing comes any more, in either direction. */
    public void hang() {
        trouble.set(new Trouble.Hanging(false, new CountDownLatch(1)));
    }

    /** Redis gets what it is sent, and its replies do not come back. */
    public void hangReplies() {
        trouble.set(new Trouble.Hanging(true, new CountDownLatch(1)));
    }

    /** After so many more bytes of replies all connections break, and new ones too. */
    public void cutAfter(long bytes) {
        trouble.set(new Trouble.Cut(new AtomicLong(bytes)));
    }

    /** All is well again; what was held back comes now. */
    public void heal() {
        trouble.getAndSet(Trouble.NONE).end();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket service = server.accept();
                Thread.ofVirtual().start(() -> connect(service));
            } catch (IOException _) {
                // Closed: the loop ends.
            }
        }
    }

    private void connect(Socket service) {
        try (service; Socket redis = new Socket(InetAddress.getLoopbackAddress(), target)) {
            redis.setTcpNoDelay(true);
            service.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pump(service, redis, false));
            pump(redis, service, true);
        } catch (IOException _) {
            // Redis is away: the service sees its connection closed.
        }
    }

    private void pump(Socket from, Socket to, boolean isReply) {
        try (from; to) {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            byte[] piece = new byte[PIECE];
            for (int read = input.read(piece); read > 0 && trouble.get().pass(isReply, read); read = input.read(
                    piece)) {
                output.write(piece, 0, read);
            }
        } catch (IOException _) {
            // One end has gone, so the other one goes too.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        heal();
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
