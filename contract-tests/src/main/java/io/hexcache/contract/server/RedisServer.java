package io.hexcache.contract.server;

import java.util.Map;

/** A running Redis or Valkey, as a test sees it from beside its client. */
public sealed interface RedisServer permits FoundRedis, RedisProcess {

    /** Where it is, with the credentials that it asks for: {@code redis://[user:password@]host:port[/db]}. */
    String uri();

    /** The port at {@link #host()}. */
    int port();

    /** The host that {@link #port()} belongs to. */
    String host();

    /** How it was found: the environment, a container, a binary. */
    String kind();

    /** Its version, such as {@code 7.0.15}. */
    String version();

    /** The id of this run of the server; another one after each restart. */
    String runId();

    /** Removes every key of the database. */
    void flush();

    /** How often each command was executed since the start, by lower-case name, such as {@code get}. */
    Map<String, Long> commandCounts();

    /** Executes one command; the reply as Long, String, or a list of these; null is the empty string. */
    Object command(String name, String... arguments);

    /** How many commands each of its runs has executed, by run id, without those of the fixture itself. */
    Map<String, Long> commandsByRun();

    /** All commands that it has executed since it was first started, without those of the fixture. */
    default long commandsExecuted() {
        return commandsByRun().values().stream().mapToLong(Long::longValue).sum();
    }
}
