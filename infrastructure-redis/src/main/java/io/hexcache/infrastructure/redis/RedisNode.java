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

/** One server, or whichever one its connections lead to. */
final class RedisNode implements RedisNodes {

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

    @Override
    public Object call(Operation operation, Call call) {
        return calls(operation, List.of(call)).getFirst();
    }

    @Override
    public List<Object> calls(Operation operation, List<Call> calls) {
        return checked(operation, exchange(operation, calls));
    }

    @Override
    public List<Object> batches(Operation operation, List<Call> calls) {
        return checked(operation, exchangeAlone(operation, calls));
    }

    /** The replies to these calls, those that are errors among them; few calls share a round trip with others. */
    List<Object> exchange(Operation operation, List<Call> calls) {
        return calls.size() > FEW || calls.isEmpty() ? exchangeAlone(operation, calls)
                : reached(operation, () -> pool.exchange(operation, calls));
    }

    /** The same on connections of their own, in as many goes as that takes. */
    List<Object> exchangeAlone(Operation operation, List<Call> calls) {
        return inGoes(calls, some -> reached(operation, () -> pool.exchangeAlone(operation, some)));
    }

    @Override
    public List<Object> callsInTime(Operation operation, List<LongFunction<Call>> calls) {
        return checked(operation, exchangeInTime(operation, calls));
    }

    /** The replies to changes that do not take effect after this has thrown; some may be errors. */
    List<Object> exchangeInTime(Operation operation, List<LongFunction<Call>> calls) {
        return inGoes(calls, some -> onOneLine(operation, line -> punctual.exchange(line, some)));
    }

    private static <C> List<Object> inGoes(List<C> calls, Function<List<C>, List<Object>> go) {
        List<Object> replies = new ArrayList<>(calls.size());
        for (int from = 0; from < calls.size(); from += BATCH) {
            try {
                replies.addAll(go.apply(calls.subList(from, Math.min(from + BATCH, calls.size()))));
            } catch (CacheConnectionException away) {
                // Whatever it says, something was sent before.
                throw from == 0 ? away : new CacheConnectionException(Failures.message(away));
            }
        }
        return replies;
    }

    /** Checked when the connection is back in the pool: a refusal is a whole reply and no reason to close it. */
    List<Object> checked(Operation operation, List<Object> replies) {
        try {
            return Session.withoutErrors(replies);
        } catch (JedisDataException refused) {
            throw noted(failures.refused(operation, refused));
        }
    }

    @Override
    public void tookChange() {
        refusals.took();
    }

    /** Does several round trips on the same connection, so on the same run of the same server. */
    <T> T session(Operation operation, Function<Session, T> steps) {
        return onOneLine(operation, line -> steps.apply(new Session(line)));
    }

    @Override
    public <T> List<T> walk(Operation operation, Function<Session, T> steps) {
        return List.of(session(operation, steps));
    }

    @Override
    public void probeOthers() {
        // There is no other.
    }

    /** Asks for a sign of life. */
    void ping(Operation operation) {
        calls(operation, List.of(Call.of(Command.PING)));
    }

    @Override
    public void probe() {
        probe(Operation.read("ping", "redis"), Call.of(Command.PING));
    }

    @Override
    public List<String> memory() {
        try {
            return List.of(Replies.text(probe(Operation.read("info about memory", "redis"), Call.of(Command.INFO,
                    Replies.argument("memory")))));
        } catch (CacheReadException forbidden) {
            // Nothing is lost: a user that may not ask can use the server all the same.
            return List.of(Failures.message(forbidden));
        }
    }

    /** Has those who call next find out where the address leads by now. */
    void forgetConnections() {
        pool.forgetIdle();
    }

    /** For connections of one's own. */
    Dialer dialer() {
        return pool.dialer();
    }

    @Override
    public boolean isClosed() {
        return pool.isClosed();
    }

    @Override
    public void close() {
        pool.close();
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
