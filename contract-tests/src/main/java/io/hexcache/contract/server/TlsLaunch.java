package io.hexcache.contract.server;

import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Starts servers that talk TLS from their start. */
final class TlsLaunch {

    /** The option that names the port. */
    static final String PORT = "--tls-port";

    private TlsLaunch() {}

    /** The first server program of this machine, if it can do what this setting is for; else the test is skipped. */
    static RedisBinary withSetting(String setting) {
        RedisBinary binary = RedisSearch.everywhere().binary().orElseThrow(() -> new TestAbortedException(
                "no redis-server program on this machine"));
        try (RedisProcess probe = RedisProcess.start(binary)) {
            if (((List<?>) probe.command("CONFIG", "GET", setting)).isEmpty()) {
                throw new TestAbortedException("redis %s has no %s".formatted(probe.version(), setting));
            }
        }
        return binary;
    }

    /** Starts one on a free port, which listens with TLS on another one, and talks TLS to servers like itself. */
    static RedisProcess start(RedisBinary binary, TestCertificates certificates, List<String> options) {
        return RedisProcess.start(binary, Stream.concat(Stream.concat(Stream.of(PORT, "" + RedisLaunch.freePortAside(),
                "--tls-auth-clients", "no", "--tls-replication", "yes"),
                certificates.settings().entrySet().stream()
                        .flatMap(setting -> Stream.of("--" + setting.getKey(), setting.getValue()))),
                options.stream())
                .toList());
    }
}
