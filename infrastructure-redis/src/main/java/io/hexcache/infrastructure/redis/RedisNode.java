package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.error.CacheWriteException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

/** The server, for everybody who wants something from it: takes calls, and gives replies or errors of the domain. */
final class RedisNode {

    /** The most commands, or names to read, in one go. */
    private static final int BATCH = 500;

    /** What is no more than this is sent together with what other callers want. */
    private static final int FEW = 8;

    private final LinePool pool;
    private final Failures failures;
    private final StateLog state;
    private final RefusalLog refusals;
    private final PunctualCalls punctual;

    RedisNode(LinePool pool, Failures failures, StateLog state, RefusalLog refusals, PunctualCalls punctual) {
        this.pool = pool;
        this.punctual = punctual;
        this.failures = failures;
        this.state = state;
        this.refusals = refusals;
    }

    /** The reply to one call. */
    Object call(Operation operation, Call call) {
        return calls(operation, List.of(call)).getFirst();
    }

    /** The replies to these calls, sent in one go; throws if one of them is an error. None for none. */
    List<Object> calls(Operation operation, List<Call> calls) {
        if (calls.isEmpty()) {
            return List.of();
        }
        return calls.size() > FEW ? checked(operation, onOneLine(operation, line -> Session.exchange(line, calls)))
                : checked(operation, shared(operation, new Wanted.Calls(calls)));
    }

    /** What stands under this name. */
    Seen read(Operation operation, byte[] name) {
        List<Object> replies = checked(operation, shared(operation, new Wanted.Read(name)));
        return Seen.of(replies.getFirst(), Seen.millis(replies.getLast()));
    }

    /** What stands under these names, read in as many goes as that takes. */
    List<Seen> readAll(Operation operation, List<byte[]> names) {
        List<Seen> seen = new ArrayList<>(names.size());
        for (int from = 0; from < names.size(); from += BATCH) {
            List<byte[]> some = names.subList(from, Math.min(from + BATCH, names.size()));
            List<Object> replies = checked(operation, onOneLine(operation, line -> Session.exchange(line, List.of(Call
                    .of(Command.MGET, some.toArray(byte[][]::new)), Call.of(Command.TIME)))));
            long now = Seen.millis(replies.getLast());
            Replies.list(replies.getFirst()).forEach(reply -> seen.add(Seen.of(reply, now)));
        }
        return seen;
    }

    private List<Object> shared(Operation operation, Wanted wanted) {
        return reached(operation, () -> pool.exchange(operation, wanted));
    }

    /** As {@link #calls}, but for any number of them, sent in as many goes as that takes; none for none. */
    List<Object> batches(Operation operation, List<Call> calls) {
        List<Object> replies = new ArrayList<>(calls.size());
        for (int from = 0; from < calls.size(); from += BATCH) {
            replies.addAll(calls(operation, calls.subList(from, Math.min(from + BATCH, calls.size()))));
        }
        return replies;
    }

    /**
     * The reply to a change that does not take effect after this has thrown.
     *
     * @param call made for the last microsecond since 1970 at which the server may execute it
     */
    Object callInTime(Operation operation, LongFunction<Call> call) {
        return checked(operation, onOneLine(operation, line -> punctual.exchange(line, call))).getFirst();
    }

    /** Checked when the connection is back in the pool: a refusal is a whole reply and no reason to close it. */
    private List<Object> checked(Operation operation, List<Object> replies) {
        try {
            return Session.withoutErrors(replies);
        } catch (JedisDataException refused) {
            throw noted(failures.refused(operation, refused));
        }
    }

    /** To be told when the server has done what it refuses while it takes no changes, or has no memory for them. */
    void tookChange() {
        refusals.took();
    }

    /** Does several round trips on the same connection, so on the same run of the same server. */
    <T> T session(Operation operation, Function<Session, T> steps) {
        return onOneLine(operation, line -> steps.apply(new Session(line)));
    }

    /** Asks for a sign of life, and leaves it to the caller to log that there is none. */
    void probe() {
        probe(Operation.read("ping", "redis"), Call.of(Command.PING));
    }

    /** What the server says about its memory, or about the reason why it does not; logs as little as {@link #probe}. */
    String memory() {
        try {
            return Replies.text(probe(Operation.read("info about memory", "redis"), Call.of(Command.INFO, Replies
                    .argument("memory"))));
        } catch (CacheReadException forbidden) {
            // Nothing is lost: a user that may not ask can use the server all the same.
            return Failures.message(forbidden);
        }
    }

    private Object probe(Operation operation, Call call) {
        return translated(operation, () -> pool.use(operation, line -> Session.withoutErrors(Session.exchange(line,
                List.of(call))))).getFirst();
    }

    private <T> T onOneLine(Operation operation, Function<Line, T> work) {
        return reached(operation, () -> pool.use(operation, work));
    }

    private <T> T reached(Operation operation, Supplier<T> work) {
        try {
            T result = translated(operation, work);
            state.works();
            return result;
        } catch (CacheConnectionException | CacheTimeoutException away) {
            // The server has nothing to do with it when this side hangs up.
            if (!pool.isClosed() && !Thread.currentThread().isInterrupted()) {
                state.fails(Failures.message(away));
            }
            throw away;
        } catch (CacheReadException | CacheWriteException refused) {
            throw noted(refused);
        }
    }

    /** A read can be refused for this too: one that finds nothing takes a lease. */
    private CacheException noted(CacheException refusal) {
        if (Failures.isOfAllChanges(refusal)) {
            refusals.refused(Failures.message(refusal));
        }
        if (Failures.isOfReplica(refusal)) {
            // The address may lead to another server by now, and only new connections find out.
            pool.forgetIdle();
        }
        return refusal;
    }

    private <T> T translated(Operation operation, Supplier<T> work) {
        try {
            return work.get();
        } catch (CacheException alreadySaid) {
            throw alreadySaid;
        } catch (JedisDataException refused) {
            throw failures.refused(operation, refused);
        } catch (RuntimeException broken) {
            throw failures.broken(operation, broken);
        }
    }
}
