package io.hexcache.contract.server;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which servers one test class has used, and how much. */
final class ServerUsage {

    private final Set<RedisServer> running = new LinkedHashSet<>();
    private final List<String> used = new ArrayList<>();
    private long commands;
    private long tests;

    void begin(RedisServer server) {
        running.add(server);
        commands -= server.commandsExecuted();
        used.add("%s redis=%s run-id=%s".formatted(server.kind().replace(' ', ':'), server.version(), server.runId()));
    }

    void end(RedisServer server) {
        running.remove(server);
        commands += server.commandsExecuted();
    }

    void endAll() {
        List.copyOf(running).forEach(this::end);
    }

    void testRan() {
        tests++;
    }

    /** One line of {@code real-servers.log}; the run id is that of the first server. */
    String line(String testClass) {
        String first = used.isEmpty() ? "none" : used.getFirst();
        return "%s server=%s own-servers=%d commands=%d tests=%d".formatted(testClass, first, Math.max(0,
                used.size() - 1), commands, tests);
    }
}
