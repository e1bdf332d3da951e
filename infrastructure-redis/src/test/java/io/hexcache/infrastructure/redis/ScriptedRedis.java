package io.hexcache.infrastructure.redis;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A server that says what the test wants, so that a moment which passes in milliseconds on a real one lasts as long as
 * it takes to look at it.
 */
final class ScriptedRedis implements AutoCloseable {

    static final String NIL = "$-1\r\n";

    private final ServerSocket socket;
    private final String name;
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String role = "master";
    private volatile Supplier<String> members = () -> "";
    private volatile Function<String, @Nullable String> answers = command -> NIL;

    ScriptedRedis(char name) {
        this.name = Character.toString(name);
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Says from now on that it is a replica. */
    ScriptedRedis asReplica() {
        role = "slave";
        return this;
    }

    /** Says this when it is asked for the members of its cluster. */
    ScriptedRedis knowing(Supplier<String> nodes) {
        members = nodes;
        return this;
    }

    /** From now on answers what it is asked to do, by the name of the command; with null it hangs up. */
    ScriptedRedis answering(Function<String, @Nullable String> replies) {
        answers = replies;
        return this;
    }

    /** How often it was asked to do this. */
    long asked(String command) {
        return asked.stream().filter(command::equals).count();
    }

    static String error(String text) {
        return "-" + text + "\r\n";
    }

    static String text(String text) {
        return "$" + text.length() + "\r\n" + text + "\r\n";
    }

    static String list(String... texts) {
        return "*" + texts.length + "\r\n" + IntStream.range(0, texts.length).mapToObj(i -> text(texts[i])).collect(
                Collectors.joining());
    }

    private void serve() {
        try {
            while (true) {
                Socket next = socket.accept();
                accepted.add(next);
                Thread.ofVirtual().start(() -> talk(next));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            for (String command = next(in); !command.isEmpty(); command = next(in)) {
                String reply = reply(command);
                if (reply == null) {
                    return;
                }
                client.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException gone) {
            // So is the client.
        }
    }

    private @Nullable String reply(String command) {
        return switch (command) {
            case "CLIENT", "SELECT", "AUTH" -> "+OK\r\n";
            case "HELLO" -> "*6\r\n" + text("server") + text("redis") + text("version") + text("7.0.15") + text("proto")
                    + ":2\r\n";
            case "TIME" -> list("1700000000", "0");
            case "INFO" -> text("run_id:%s\r\nrole:%s\r\nmaster_replid:%s\r\n".formatted(name.repeat(40), role, name
                    .repeat(40)));
            case "CLUSTER" -> text(members.get());
            default -> {
                asked.add(command);
                String reply = answers.apply(command);
                yield NIL.equals(reply) && command.equals("PTTL") ? ":-2\r\n" : reply;
            }
        };
    }

    /** The name of the next command; empty at the end. */
    private static String next(InputStream in) throws IOException {
        String head = line(in);
        if (head.isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (int i = Integer.parseInt(head.substring(1)); i > 0; i--) {
            int length = Integer.parseInt(line(in).substring(1));
            parts.add(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
            in.skipNBytes(2);
        }
        return parts.getFirst().toUpperCase(Locale.ROOT);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket open : accepted) {
                open.close();
            }
        } catch (IOException gone) {
            // It is closed all the same.
        }
    }
}
