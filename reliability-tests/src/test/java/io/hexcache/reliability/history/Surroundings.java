package io.hexcache.reliability.history;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What has happened around the reads and writes.
 *
 * @param redis of each service, when Redis failed it, with the time that it takes to send again what was not taken
 * @param pauses of each service, when it was stopped
 * @param kills of each service, from before its end until it serves again
 * @param flushes of each service
 * @param stalls when the check itself stood still
 */
public record Surroundings(List<Windows> redis, List<Windows> pauses, List<Windows> kills, List<Flushes> flushes,
        Windows stalls) {

    /** For so many services, to which nothing has happened yet. */
    public static Surroundings of(int nodes) {
        return new Surroundings(each(nodes), each(nodes), each(nodes), IntStream.range(0, nodes).mapToObj(
                _ -> new Flushes()).toList(), new Windows());
    }

    private static List<Windows> each(int nodes) {
        return Stream.generate(Windows::new).limit(nodes).toList();
    }

    /**
     * From when on other services are told of the write; never, if that is not known. A flush that was still under way
     * when the next write of the key began may have left the key to that one.
     */
    long complete(KeyHistory key, Write write) {
        return switch (write.way()) {
            case COMPLETE -> write.acknowledged();
            case DEFERRED -> redis.get(write.node()).settled(write.begun(), write.acknowledged());
            case BEHIND -> {
                long reached = flushes.get(write.node()).reached(write.acknowledged());
                yield reached >= key.overtaken(write) ? Long.MAX_VALUE
                        : redis.get(write.node()).settled(write.acknowledged(), reached);
            }
        };
    }
}
