package io.hexcache.reliability.process;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisLinkTest {

    private ServerSocket server;
    private RedisLink link;
    private Socket near;
    private Socket far;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        link = RedisLink.to(server.getLocalPort());
        near = new Socket("127.0.0.1", URI.create(link.uri()).getPort());
        far = server.accept();
        near.setSoTimeout(5_000);
        far.setSoTimeout(5_000);
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        near.close();
        far.close();
        server.close();
    }

    private static void send(Socket from, String text) throws IOException {
        from.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static String receive(Socket at, int bytes) throws IOException {
        return new String(at.getInputStream().readNBytes(bytes), US_ASCII);
    }

    private static void assertNothingComes(Socket at) throws IOException {
        at.setSoTimeout(50);
        assertThatThrownBy(() -> at.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        at.setSoTimeout(5_000);
    }

    @Test
    void withoutTrouble_passesBothWays() throws IOException {
        send(near, "PING");
        assertThat(receive(far, 4)).isEqualTo("PING");
        send(far, "PONG");
        assertThat(receive(near, 4)).isEqualTo("PONG");
    }

    @Test
    void hanging_holdsBack_andDeliversLate() throws IOException {
        link.hang();
        send(near, "PING");
        assertNothingComes(far);

        link.heal();
        assertThat(receive(far, 4)).isEqualTo("PING");
    }

    @Test
    void hangingReplies_letsRequestsThrough() throws IOException {
        link.hangReplies();
        send(near, "PING");
        assertThat(receive(far, 4)).isEqualTo("PING");
        send(far, "PONG");
        assertNothingComes(near);

        link.heal();
        assertThat(receive(near, 4)).isEqualTo("PONG");
    }

    @Test
    void slow_deliversLater() throws IOException {
        link.slow(Duration.ofMillis(100));
        long begin = System.nanoTime();
        send(near, "PING");

        assertThat(receive(far, 4)).isEqualTo("PING");
        assertThat(System.nanoTime() - begin).isGreaterThan(Duration.ofMillis(99).toNanos());
    }

    @Test
    void cut_closesOnceTheBytesHavePassed_andTakesNoNewOnes() throws IOException {
        link.cutAfter(6);
        send(far, "PONG");
        assertThat(receive(near, 4)).isEqualTo("PONG");
        send(far, "PONG");

        assertThat(near.getInputStream().read()).isEqualTo(-1);
    }
}
