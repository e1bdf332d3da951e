package io.hexcache.reliability.load;

import io.hexcache.reliability.process.ServiceNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A connection to one service, for one thread, made anew when it broke or the service was started again. */
final class Line implements AutoCloseable {

    /** Longer than any answer takes, so that what has got none by then is a finding. */
    private static final int TIMEOUT_MILLIS = 30_000;

    private final ServiceNode node;
    private Socket socket = new Socket();
    private InputStream input = InputStream.nullInputStream();
    private int port;

    Line(ServiceNode node) {
        this.node = node;
    }

    ServiceNode node() {
        return node;
    }

    Answer call(String method, String path, String body) throws IOException {
        return exchange(Request.text(method, path, body), 1).getFirst();
    }

    /** Asks for all of these in one write, and reads the answers in their order. */
    List<Answer> get(List<String> paths) throws IOException {
        StringBuilder requests = new StringBuilder();
        paths.forEach(path -> requests.append(Request.text("GET", path, "")));
        return exchange(requests.toString(), paths.size());
    }

    private List<Answer> exchange(String requests, int count) throws IOException {
        try {
            connect();
            OutputStream output = socket.getOutputStream();
            output.write(requests.getBytes(StandardCharsets.US_ASCII));
            output.flush();
            List<Answer> answers = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                answers.add(Answer.read(input));
            }
            return answers;
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    private void connect() throws IOException {
        int now = node.port().orElseThrow(() -> new IOException("the service is down"));
        if (now == port && !socket.isClosed()) {
            return;
        }
        close();
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", now), TIMEOUT_MILLIS);
        input = new BufferedInputStream(socket.getInputStream());
        port = now;
    }

    @Override
    public void close() throws IOException {
        port = 0;
        socket.close();
    }
}
