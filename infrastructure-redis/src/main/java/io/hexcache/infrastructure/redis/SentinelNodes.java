package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheWriteException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * The primary that the sentinels name. While it changes, they can name a server that is a replica by now, and one that
 * is made a replica closes its connections: for the time of a command, what was not executed there goes on to the next.
 */
final class SentinelNodes implements RedisNodes {

    private final RedisNode primary;
    private final NodeMaker maker;

    SentinelNodes(RedisNode primary, NodeMaker maker) {
        this.primary = primary;
        this.maker = maker;
    }

    @Override
    public Object call(Operation operation, Call call) {
        return calls(operation, List.of(call)).getFirst();
    }

    @Override
    public List<Object> calls(Operation operation, List<Call> calls) {
        return followed(operation, calls, areReads(calls), some -> primary.exchange(operation, some));
    }

    @Override
    public List<Object> batches(Operation operation, List<Call> calls) {
        return followed(operation, calls, areReads(calls), some -> primary.exchangeAlone(operation, some));
    }

    @Override
    public List<Object> callsInTime(Operation operation, List<LongFunction<Call>> calls) {
        return followed(operation, calls, false, some -> primary.exchangeInTime(operation, some));
    }

    private static boolean areReads(List<Call> calls) {
        return calls.stream().allMatch(Call::isRead);
    }

    private <C> List<Object> followed(Operation operation, List<C> calls, boolean repeatable,
            Function<List<C>, List<Object>> exchange) {
        Object[] replies = new Object[calls.size()];
        int[] open = IntStream.range(0, replies.length).toArray();
        Turns turns = Turns.of(maker);
        while (true) {
            try {
                List<Object> answers = exchange.apply(Arrays.stream(open).mapToObj(calls::get).toList());
                for (int i = 0; i < open.length; i++) {
                    replies[open[i]] = answers.get(i);
                }
                open = Arrays.stream(open).filter(i -> Redirection.of(replies[i]) instanceof Redirection.Down)
                        .toArray();
                if (open.length == 0 || !turns.another()) {
                    return primary.checked(operation, Arrays.asList(replies));
                }
                primary.forgetConnections();
            } catch (CacheConnectionException away) {
                if (!canGoOn(away, repeatable) || !turns.another()) {
                    throw away;
                }
            }
        }
    }

    /** A read whose connection broke may have met a server that is being made a replica. */
    private boolean canGoOn(CacheConnectionException away, boolean repeatable) {
        return Unreached.isOfReplica(away) || (repeatable && !Unreached.isIn(away) && !primary.isClosed() && !Thread
                .currentThread().isInterrupted());
    }

    @Override
    public <T> List<T> walk(Operation operation, Function<Session, T> steps) {
        Turns turns = Turns.of(maker);
        while (true) {
            try {
                return primary.walk(operation, steps);
            } catch (CacheConnectionException | CacheReadException | CacheWriteException failed) {
                if (!isOfReplica(failed) || !turns.another()) {
                    throw failed;
                }
            }
        }
    }

    private static boolean isOfReplica(CacheException failed) {
        return failed instanceof CacheConnectionException away ? Unreached.isOfReplica(away)
                : Failures.isOfReplica(
                        failed);
    }

    @Override
    public void tookChange() {
        primary.tookChange();
    }

    @Override
    public void probe() {
        primary.probe();
    }

    @Override
    public void probeOthers() {
        primary.probeOthers();
    }

    @Override
    public List<String> memory() {
        return primary.memory();
    }

    @Override
    public boolean isClosed() {
        return primary.isClosed();
    }

    @Override
    public void close() {
        primary.close();
    }
}
