package io.hexcache.contract.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Which servers one test class has used, and how much. */
final class ServerUsage {

    private static final int SHORT_ID = 12;

    /** What the servers in use had executed before. */
    private final Map<RedisServer, Map<String, Long>> running = new LinkedHashMap<>();
    private final SequencedMap<String, Long> runs = new LinkedHashMap<>();
    private String first = "none";
    private long servers;
    private long tests;

    void begin(RedisServer server) {
        if (servers++ == 0) {
            first = "%s redis=%s".formatted(server.kind().replace(' ', ':'), server.version());
        }
        Map<String, Long> before = server.commandsByRun();
        running.put(server, before);
        before.keySet().forEach(run -> runs.putIfAbsent(run, 0L));
    }

    /** For a server that several tests of the class use. */
    void beginOnce(RedisServer server) {
        if (!running.containsKey(server)) {
            begin(server);
        }
    }

    void end(RedisServer server) {
        Map<String, Long> before = running.getOrDefault(server, Map.of());
        running.remove(server);
        server.commandsByRun().forEach((run, all) -> runs.merge(run, all - before.getOrDefault(run, 0L), Long::sum));
    }

    void endAll() {
        List.copyOf(running.keySet()).forEach(this::end);
    }

    void testRan() {
        tests++;
    }

    /** One line of {@code real-servers.log}; each run of each server as the beginning of its id and its commands. */
    String line(String testClass) {
        String each = runs.entrySet().stream().map(run -> shortened(run.getKey()) + ":" + run.getValue())
                .collect(Collectors.joining(","));
        return "%s server=%s own-servers=%d runs=%s commands=%d tests=%d".formatted(testClass, first, Math.max(0,
                servers - 1), each, runs.values().stream().mapToLong(Long::longValue).sum(), tests);
    }

    private static String shortened(String runId) {
        return runId.substring(0, Math.min(SHORT_ID, runId.length()));
    }
}
