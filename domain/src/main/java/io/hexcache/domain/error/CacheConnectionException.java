package io.hexcache.domain.error;

/**
 * The other side cannot be reached: nothing listens, the name is unknown, the credentials are refused, or the
 * connection broke. What was being changed may or may not have taken effect.
 */
public final class CacheConnectionException extends CacheException {

    private static final long serialVersionUID = 1L;

    /** Says what was tried, on what, and the way out. */
    public CacheConnectionException(String message) {
        super(message);
    }

    /** As above, with the error of the technology underneath. */
    public CacheConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
