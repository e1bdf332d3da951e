package io.hexcache.infrastructure.redis;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the server says of itself at one moment. A number that it does not say is 0.
 *
 * @param clients connections to it, of all its clients
 * @param uptime since its start
 */
public record ServerInfo(Memory memory, Keys keys, long clients, Duration uptime) {

    /**
     * What it takes.
     *
     * @param usedBytes by its data, and by what it needs to serve them
     * @param peakBytes the most that ever was
     * @param fragmentation what the process takes of the system, divided by what its data take: well above 1 it wastes
     *            memory, below 1 the system swaps
     */
    public record Memory(long usedBytes, long peakBytes, double fragmentation) {}

    /**
     * What became of its keys, of all prefixes; the counts begin with its start.
     *
     * @param number in the database of these adapters
     * @param evicted dropped to make room
     * @param expired whose life has ended
     * @param hits reads that found their key
     * @param misses reads that did not
     */
    public record Keys(long number, long evicted, long expired, long hits, long misses) {}

    /** Reads the reply to {@code INFO}, lines of {@code field:value}, for the database with this number. */
    static ServerInfo parse(String reply, int database) {
        Map<String, String> fields = new HashMap<>();
        reply.lines().map(line -> line.split(":", 2)).filter(parts -> parts.length == 2).forEach(parts -> fields.put(
                parts[0], parts[1].strip()));
        Memory memory = new Memory(number(fields, "used_memory"), number(fields, "used_memory_peak"), fraction(fields
                .get("mem_fragmentation_ratio")));
        Keys keys = new Keys(keysOf(fields.getOrDefault("db" + database, "")), number(fields, "evicted_keys"), number(
                fields, "expired_keys"), number(fields, "keyspace_hits"), number(fields, "keyspace_misses"));
        return new ServerInfo(memory, keys, number(fields, "connected_clients"), Duration.ofSeconds(number(fields,
                "uptime_in_seconds")));
    }

    /** Of a text like {@code keys=12,expires=3,avg_ttl=4000}; an empty database has none. */
    private static long keysOf(String database) {
        String first = database.split(",", 2)[0];
        return first.startsWith("keys=") ? (long) fraction(first.substring("keys=".length())) : 0;
    }

    private static long number(Map<String, String> fields, String name) {
        return (long) fraction(fields.get(name));
    }

    private static double fraction(@Nullable String number) {
        try {
            return number == null ? 0 : Double.parseDouble(number);
        } catch (NumberFormatException otherServer) {
            // Nothing depends on one number, and the others are worth having.
            return 0;
        }
    }
}
