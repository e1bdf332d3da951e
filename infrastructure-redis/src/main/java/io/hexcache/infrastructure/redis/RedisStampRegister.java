package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.key.Subject;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.Stamps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The register on one Redis, its clock that of the server; what it keeps is said at {@link StampScripts}. */
final class RedisStampRegister implements StampRegister {

    /** The most subjects that a register keeps. */
    static final int MAX_SUBJECTS = 100_000;

    /** What a double, the only number of a script, can tell from the next one. */
    private static final long LARGEST = 1L << 53;

    private final RedisNodes nodes;
    private final Keyspace keyspace;
    private final int maxSubjects;

    RedisStampRegister(RedisNodes nodes, Keyspace keyspace, int maxSubjects) {
        this.nodes = nodes;
        this.keyspace = keyspace;
        this.maxSubjects = maxSubjects;
    }

    @Override
    public Stamps read(long since, long told) {
        List<?> reply = call(Operation.change("read", "the stamps"), StampScripts.READ, told, Stream.of(Long.toString(
                since)));
        List<?> stamped = Replies.list(reply.getLast());
        Map<Subject, Long> subjects = HashMap.newHashMap(stamped.size() / 2);
        for (int i = 0; i < stamped.size(); i += 2) {
            subjects.put(new Subject(Replies.text(stamped.get(i))), Replies.wholeScore(stamped.get(i + 1)));
        }
        return stamps(reply, subjects);
    }

    @Override
    public Stamps stamp(Set<Subject> subjects, long told) {
        List<?> reply = call(Operation.change("stamp", subjects.size() == 1 ? subjects.iterator().next().name()
                : subjects.size() + " subjects"), StampScripts.STAMP, told,
                Stream.concat(Stream.of(Integer.toString(maxSubjects)), subjects.stream().map(Subject::name)));
        long stamp = number(reply.getFirst());
        return stamps(reply, subjects.stream().collect(Collectors.toMap(Function.identity(), subject -> stamp)));
    }

    private List<?> call(Operation operation, Script script, long told, Stream<String> arguments) {
        if (told < 0 || told >= LARGEST) {
            throw new CacheWriteException(
                    "%s: told of the stamp %d, which no register has given; stamps lie between 0 and 2^53".formatted(
                            operation, told));
        }
        return Replies.list(nodes.call(operation, Call.of(script, keyspace.register(), Stream.concat(Stream.of(Long
                .toString(told)), arguments).map(Replies::argument).toArray(byte[][]::new))));
    }

    private static Stamps stamps(List<?> reply, Map<Subject, Long> subjects) {
        return new Stamps(number(reply.getFirst()), number(reply.get(1)), subjects);
    }

    private static long number(Object text) {
        return Long.parseLong(Replies.text(text));
    }
}
