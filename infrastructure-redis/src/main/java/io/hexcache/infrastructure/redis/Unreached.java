package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * The cause of an error that says that no connection could be had: nothing was sent, so whatever was wanted can be sent
 * to another server, and never takes effect at this one.
 */
final class Unreached extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean replica;
    private final boolean news;

    private Unreached(String message, @Nullable Throwable cause, boolean replica, boolean news) {
        super(message, cause);
        this.replica = replica;
        this.news = news;
    }

    /** The same error with this cause, unless it has it already. */
    static CacheConnectionException by(CacheConnectionException useless) {
        return isIn(useless) ? useless
                : new CacheConnectionException(Failures.message(useless), new Unreached(Failures.message(useless),
                        useless, false, true));
    }

    /** The error for a server that is there and is no primary. */
    static CacheConnectionException byReplica(String message) {
        return new CacheConnectionException(message, new Unreached(message, null, true, true));
    }

    /** The error for one who comes too early to try again. */
    static CacheConnectionException again(CacheConnectionException earlier) {
        return new CacheConnectionException(Failures.message(earlier), new Unreached(Failures.message(earlier), earlier,
                isOfReplica(earlier), false));
    }

    /** Whether nothing was sent. */
    static boolean isIn(CacheConnectionException failure) {
        return of(failure) != null;
    }

    /** Whether that is so since a replica stood where the primary was looked for: somebody is not up to date yet. */
    static boolean isOfReplica(CacheConnectionException failure) {
        Unreached cause = of(failure);
        return cause != null && cause.replica;
    }

    /** Whether nobody has tried, since somebody else had just done so. */
    static boolean isOld(CacheConnectionException failure) {
        Unreached cause = of(failure);
        return cause != null && !cause.news;
    }

    private static @Nullable Unreached of(CacheConnectionException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unreached unreached) {
                return unreached;
            }
        }
        return null;
    }
}
