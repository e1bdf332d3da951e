package io.hexcache.contract.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An authority for one test and the certificates that it signs, made by {@code openssl}, in files that a server and a
 * client can be pointed at. The server's is for {@code localhost} alone, so that a client that dials 127.0.0.1 shows
 * whether it checks the host.
 */
public final class TestCertificates {

    private static final String DAYS = "2";

    private final Path folder;

    private TestCertificates(Path folder) {
        this.folder = folder;
    }

    /** Makes them in this folder. */
    public static TestCertificates in(Path folder) {
        TestCertificates made = new TestCertificates(folder);
        made.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
                DAYS, "-subj", "/CN=authority of a test", "-keyout", "ca.key", "-out", "ca.pem");
        made.openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
                "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", "server.key", "-out",
                "server.csr");
        made.openssl("x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
                "-days", DAYS, "-copy_extensions", "copy", "-out", "server.pem");
        return made;
    }

    /** The authority's certificate. */
    public Path authority() {
        return folder.resolve("ca.pem");
    }

    /** What a server has to be told to use them. */
    Map<String, String> settings() {
        return Map.of("tls-cert-file", folder.resolve("server.pem").toString(), "tls-key-file", folder.resolve(
                "server.key").toString(), "tls-ca-cert-file", authority().toString());
    }

    private void openssl(String... arguments) {
        List<String> command = new ArrayList<>(Stream.concat(Stream.of("openssl"), Stream.of(arguments)).toList());
        try {
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed: " + said);
            }
        } catch (IOException notInstalled) {
            throw new UncheckedIOException(notInstalled);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
