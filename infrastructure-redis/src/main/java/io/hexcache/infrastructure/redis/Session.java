package io.hexcache.infrastructure.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** Round trips on one connection. */
final class Session {

    private static final CommandArguments ASKING = new CommandArguments(Command.ASKING);

    private final Line line;
    private final Optional<Function<List<Call>, List<Object>>> elsewhere;

    Session(Line line) {
        this(line, Optional.empty());
    }

    private Session(Line line, Optional<Function<List<Call>, List<Object>>> elsewhere) {
        this.line = line;
        this.elsewhere = elsewhere;
    }

    /** The same, with what gets the replies to calls whose key has moved to another server. */
    Session following(Function<List<Call>, List<Object>> other) {
        return new Session(line, Optional.of(other));
    }

    /** The replies to these calls, sent in one go; throws the first that is an error. */
    List<Object> calls(List<Call> calls) {
        return withoutErrors(exchange(line, calls));
    }

    /** As {@link #calls}, for calls with a key, which can have moved to another server in the middle of the session. */
    List<Object> keyed(List<Call> calls) {
        List<Object> replies = exchange(line, calls);
        elsewhere.ifPresent(other -> again(replies, reply -> !(Redirection.of(
                reply) instanceof Redirection.Nowhere), some -> other.apply(some.stream().map(calls::get).toList())));
        return withoutErrors(replies);
    }

    private static void again(List<Object> replies, Predicate<@Nullable Object> wanted,
            Function<List<Integer>, List<Object>> getter) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < replies.size(); i++) {
            if (wanted.test(replies.get(i))) {
                places.add(i);
            }
        }
        if (!places.isEmpty()) {
            List<Object> others = getter.apply(places);
            IntStream.range(0, others.size()).forEach(i -> replies.set(places.get(i), others.get(i)));
        }
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
        List<Object> replies = send(line, calls);
        again(replies, JedisNoScriptException.class::isInstance,
                unknown -> line.exchange(unknown.stream().map(i -> calls
                        .get(i).withSource()).toList()));
        return replies;
    }

    private static List<Object> send(Line line, List<Call> calls) {
        List<CommandArguments> commands = new ArrayList<>(calls.size());
        for (Call call : calls) {
            if (call.isAsking()) {
                commands.add(ASKING);
            }
            // It may not know the script, and would have forgotten by then that it was asked.
            commands.add(call.isAsking() ? call.withSource() : call.arguments());
        }
        List<Object> all = line.exchange(commands);
        return all.size() == calls.size() ? all : withoutThoseToAsking(all, calls);
    }

    private static List<Object> withoutThoseToAsking(List<Object> all, List<Call> calls) {
        List<Object> replies = new ArrayList<>(calls.size());
        int next = 0;
        for (Call call : calls) {
            next += call.isAsking() ? 1 : 0;
            replies.add(all.get(next++));
        }
        return replies;
    }
}
