package io.hexcache.infrastructure.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** Round trips on one connection. */
final class Session {

    private final Line line;

    Session(Line line) {
        this.line = line;
    }

    /** The replies to these calls, sent in one go; throws the first that is an error. */
    List<Object> calls(List<Call> calls) {
        return withoutErrors(exchange(line, calls));
    }

    static List<Object> withoutErrors(List<Object> replies) {
        replies.forEach(Session::throwIfError);
        return replies;
    }

    private static void throwIfError(@Nullable Object reply) {
        switch (reply) {
            case JedisDataException error -> throw error;
            case List<?> items -> items.forEach(Session::throwIfError);
            case null, default -> {}
        }
    }

    /** One reply for each call. Scripts that the server has forgotten, or never knew, are sent again in full. */
    static List<Object> exchange(Line line, List<Call> calls) {
        List<Object> replies = new ArrayList<>(line.exchange(calls.stream().map(Call::arguments).toList()));
        int[] unknown = IntStream.range(0, replies.size()).filter(i -> replies.get(
                i) instanceof JedisNoScriptException).toArray();
        if (unknown.length > 0) {
            List<Object> again = line.exchange(IntStream.of(unknown).mapToObj(i -> calls.get(i).withSource()).toList());
            IntStream.range(0, unknown.length).forEach(i -> replies.set(unknown[i], again.get(i)));
        }
        return replies;
    }
}
