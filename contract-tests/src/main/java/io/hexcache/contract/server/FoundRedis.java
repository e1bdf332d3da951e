package io.hexcache.contract.server;

import java.util.Map;

/** A server that this JVM reaches but cannot break: one that runs already, or one in a container. */
final class FoundRedis implements RedisServer, AutoCloseable {

    private final String kind;
    private final RedisControl control;
    private final Runnable stop;
    private final Map<String, String> identity;

    /** Throws if no server answers there. */
    FoundRedis(String kind, String uri, Runnable stop) {
        this.kind = kind;
        this.control = new RedisControl(uri);
        this.stop = stop;
        this.identity = control.info("server");
    }

    @Override
    public String uri() {
        return control.uri();
    }

    @Override
    public int port() {
        return control.port();
    }

    @Override
    public String host() {
        return control.host();
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String version() {
        return Identity.version(identity);
    }

    @Override
    public String runId() {
        return Identity.runId(identity);
    }

    @Override
    public void flush() {
        control.execute("FLUSHDB");
    }

    @Override
    public Map<String, Long> commandCounts() {
        return control.commandCounts();
    }

    @Override
    public Object command(String name, String... arguments) {
        return control.execute(name, arguments);
    }

    @Override
    public Map<String, Long> commandsByRun() {
        return Map.of(runId(), control.commandsExecuted());
    }

    @Override
    public void close() {
        stop.run();
    }
}
