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
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

/** The server, for everybody who wants something from it: takes calls, and gives replies or errors of the domain. */
final class RedisNode {

    /** The most commands in one go: 500 reads, each with its ttl twice. */
    private static final int BATCH = 1_500;

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

    /** The replies to these calls, sent in one go; throws if one of them is an error. */
    List<Object> calls(Operation operation, List<Call> calls) {
        return checked(operation, onOneLine(operation, line -> Session.exchange(line, calls)));
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
        return translated(operation, line -> Session.withoutErrors(Session.exchange(line, List.of(call)))).getFirst();
    }

    private <T> T onOneLine(Operation operation, Function<Line, T> work) {
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

    private <T> T translated(Operation operation, Function<Line, T> work) {
        try {
            return pool.use(operation, work);
        } catch (CacheException alreadySaid) {
            throw alreadySaid;
        } catch (JedisDataException refused) {
            throw failures.refused(operation, refused);
        } catch (RuntimeException broken) {
            throw failures.broken(operation, broken);
        }
    }
}
