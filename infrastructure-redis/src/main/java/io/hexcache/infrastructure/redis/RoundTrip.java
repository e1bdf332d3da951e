package io.hexcache.infrastructure.redis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;

/**
 * What several callers want, in one round trip: all that they read with one command, and the time with one more. The
 * time is asked for last, so that what was read was there before it.
 */
final class RoundTrip {

    private static final Call TIME = Call.of(Command.TIME);

    private RoundTrip() {}

    /** The replies for each of them, in their order. */
    static List<List<@Nullable Object>> exchange(Line line, List<Wanted> wanted) {
        List<byte[]> names = new ArrayList<>();
        List<Call> calls = new ArrayList<>();
        for (Wanted one : wanted) {
            switch (one) {
                case Wanted.Read(byte[] name) -> names.add(name);
                case Wanted.Calls(List<Call> more) -> calls.addAll(more);
            }
        }
        if (!names.isEmpty()) {
            calls.add(read(names));
            calls.add(TIME);
        }
        return distributed(wanted, Session.exchange(line, calls));
    }

    private static Call read(List<byte[]> names) {
        return Call.of(names.size() == 1 ? Command.GET : Command.MGET, names.toArray(byte[][]::new));
    }

    private static List<List<@Nullable Object>> distributed(List<Wanted> wanted, List<Object> replies) {
        List<List<@Nullable Object>> all = new ArrayList<>(wanted.size());
        Object time = replies.getLast();
        int nextRead = 0;
        int nextCall = 0;
        long reads = wanted.stream().filter(Wanted.Read.class::isInstance).count();
        for (Wanted one : wanted) {
            all.add(switch (one) {
                case Wanted.Read _ -> Arrays.asList(seen(replies.get(replies.size() - 2), reads, nextRead++), time);
                case Wanted.Calls(List<Call> calls) -> {
                    int from = nextCall;
                    nextCall += calls.size();
                    yield replies.subList(from, nextCall);
                }
            });
        }
        return all;
    }

    /** An error instead of the list is the reply to each of them. */
    private static @Nullable Object seen(@Nullable Object reply, long reads, int place) {
        return reads > 1 && reply instanceof List<?> list ? list.get(place) : reply;
    }
}
