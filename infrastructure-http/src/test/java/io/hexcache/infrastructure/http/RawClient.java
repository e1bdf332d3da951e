package io.hexcache.infrastructure.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A client that says whatever the test wants, byte by byte, as no decent client would. */
final class RawClient implements AutoCloseable {

    /** A response as it came. */
    record Response(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "(no " + name + ")");
        }

        /** The detail of a problem document. */
        String detail() {
            Map<String, Object> problem = Served.json(body);
            if (!header("Content-Type").equals("application/problem+json") || !problem.get("status").equals(status)) {
                throw new AssertionError("not a problem document: " + this);
            }
            return (String) problem.get("detail");
        }
    }

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    RawClient(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends a request without a body, given its first line. */
    Response ask(String requestLine) throws IOException {
        return send(requestLine + "\r\nHost: localhost\r\n\r\n").read();
    }

    /** The next response. */
    Response read() throws IOException {
        return read(readHead());
    }

    /** The rest of the response that begins so. */
    Response read(String head) throws IOException {
        String[] lines = head.split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Response(Integer.parseInt(lines[0].split(" ", -1)[1]), headers, new String(in.readNBytes(length),
                StandardCharsets.UTF_8));
    }

    /** Status line and header fields of the next response; what follows them is left for the next call. */
    String readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b == -1) {
                throw new EOFException("the server closed after '" + head + "'");
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** Whether the server closes without another byte; waits for it. */
    boolean isClosedByServer() throws IOException {
        try {
            return in.read() == -1;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Whether something has come and waits to be read. */
    boolean hasAnswer() throws IOException {
        return in.available() > 0;
    }

    /** Whether nothing comes for so long, not even the end. */
    boolean isSilentFor(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            in.read();
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    /** Reads at most so many bytes; a negative number once the server has cut the connection. */
    int take(int bytes) {
        try {
            return in.read(new byte[bytes], 0, bytes);
        } catch (IOException cut) {
            return -1;
        }
    }

    /** Says that nothing more will be sent. */
    void finish() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
