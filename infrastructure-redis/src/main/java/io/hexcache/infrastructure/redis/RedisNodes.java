package io.hexcache.infrastructure.redis;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * All servers that hold the data, for everybody who wants something from them: takes calls, finds the server for each
 * by the slot of its key, and gives replies or errors of the domain. One server alone is the simplest case.
 */
interface RedisNodes extends AutoCloseable {

    /** The reply to one call. */
    Object call(Operation operation, Call call);

    /**
     * The replies to these calls in their order, none for none; throws if one of them is an error. Few of them share a
     * round trip with those of other callers of the same server.
     */
    List<Object> calls(Operation operation, List<Call> calls);

    /** As {@link #calls}, but on connections of their own, in as many goes as that takes. */
    List<Object> batches(Operation operation, List<Call> calls);

    /**
     * The replies to changes of which none takes effect after this has thrown; some may have before.
     *
     * @param calls each made for the last microsecond since 1970 at which the server may execute it
     */
    List<Object> callsInTime(Operation operation, List<LongFunction<Call>> calls);

    /**
     * Walks over the data of each server, one after the other, on one connection to it; the answers of all walks. Where
     * data moves from server to server meanwhile, some are walked over again, so that a walk has to bear that.
     */
    <T> List<T> walk(Operation operation, Function<Session, T> steps);

    /** To be told when a server has done what it refuses while it takes no changes, or has no memory for them. */
    void tookChange();

    /** Asks each for a sign of life, and leaves it to the caller to log that there is none. */
    void probe();

    /** Where there are several, asks each for a sign of life. */
    void probeOthers();

    /** What each says about its memory, or about the reason why it does not; logs as little as {@link #probe}. */
    List<String> memory();

    boolean isClosed();

    /** Closes all connections; those who use them get an error. */
    @Override
    void close();
}
