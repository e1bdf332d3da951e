package io.hexcache.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service as a process: what it prints, and how it ends. */
@RealRedis
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ServeIT {

    private static final Path SCRIPT = Path.of("").toAbsolutePath().resolveSibling("hexcache");

    @TempDir
    private Path folder;

    @Test
    void serve_saysWhereAndOnWhat_andEndsOnSigterm() {
        try (RunningProcess service = RunningProcess.of(folder, "serve", "--port", "0")) {
            assertThat(service.line()).matches("Hexcache \\S+ serving on http://127\\.0\\.0\\.1:[0-9]+  "
                    + "L1 Caffeine, L2 embedded, bus in-process, source SQLite data/catalog\\.db");
            assertThat(folder.resolve("data/catalog.db-wal")).exists();
            assertThat(service.line()).matches("  try: curl -i http://127\\.0\\.0\\.1:[0-9]+/v1/products/1");

            service.terminate();

            assertThat(service.exitCode()).isEqualTo(143);
            assertThat(service.errors()).hasSize(2);
            assertThat(service.errors().getFirst()).endsWith("stopping");
            assertThat(service.errors().getLast()).endsWith("stopped");
            // SQLite removes it when the last connection is closed in order.
            assertThat(folder.resolve("data/catalog.db-wal")).doesNotExist();
        }
    }

    @Test
    void serve_redisAway_stopsAllTheSame(RedisProcess redis) {
        try (RunningProcess service = RunningProcess.of(folder, "serve", "--port", "0", "--redis", redis.uri())) {
            assertThat(service.line()).contains("L2 Redis " + redis.host() + ":" + redis.port());
            redis.kill();

            service.terminate();

            assertThat(service.exitCode()).isEqualTo(143);
            assertThat(service.errors().getLast()).endsWith("stopped");
        }
    }

    @Test
    void serve_twiceAtOnceOnANewDatabase_bothServe() {
        try (RunningProcess one = RunningProcess.of(folder, "serve", "--port", "0");
                RunningProcess other = RunningProcess.of(folder, "serve", "--port", "0")) {
            assertThat(one.line()).startsWith("Hexcache ");
            assertThat(other.line()).startsWith("Hexcache ");
        }
    }

    @Test
    void serve_invalidFile_isOneLine() throws IOException {
        Files.writeString(folder.resolve("my.conf"), "http.prot = 1");

        assertThat(failure("serve", "--config", "my.conf"))
                .startsWith("hexcache: http.prot (my.conf: 1) is not a setting");
    }

    @Test
    void serve_portInUse_isOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(failure("serve", "--port", port))
                    .startsWith("hexcache: port " + port + " on 127.0.0.1 is in use");
        }
    }

    @Test
    void serve_databaseLocked_isOneLine() throws SQLException {
        try (Connection holder = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("my.db"));
                Statement statement = holder.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");

            assertThat(failure("serve", "--port", "0", "--db", "my.db")).contains("my.db is locked by another process");
        }
    }

    @Test
    void serve_redisUnreachable_isOneLine(RedisProcess redis) {
        redis.kill();

        assertThat(failure("serve", "--port", "0", "--redis", redis.uri())).contains(redis.host() + ":" + redis.port());
    }

    @Test
    void serve_wrongPassword_isOneLineWithoutIt(RedisProcess redis) {
        redis.requirePassword("s3cret");

        assertThat(failure("serve", "--port", "0", "--redis", redis.uri().replace("s3cret", "wr0ng")))
                .contains("password")
                .doesNotContain("wr0ng");
    }

    @Test
    void script_javaThatIsNone_isOneSentence() {
        try (RunningProcess script = RunningProcess.start(folder, Map.of("HEXCACHE_JAVA", "/nowhere"), List.of(SCRIPT
                .toString(), "--version"))) {
            assertThat(script.exitCode()).isEqualTo(1);
            assertThat(script.errors())
                    .containsExactly("hexcache: HEXCACHE_JAVA is '/nowhere', which is not a Java 25 or newer.");
        }
    }

    private String failure(String... words) {
        try (RunningProcess service = RunningProcess.of(folder, words)) {
            assertThat(service.line()).isEmpty();
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.errors()).hasSize(1);
            return service.errors().getFirst();
        }
    }
}
