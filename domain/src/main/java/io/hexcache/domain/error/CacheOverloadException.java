package io.hexcache.domain.error;

/**
 * A bound of this node is reached; the call was refused at once and has had no effect. Try again later, or raise the
 * bound.
 */
public final class CacheOverloadException extends CacheException {

    private static final long serialVersionUID = 1L;

    /** Says what was tried, on what, and the way out. */
    public CacheOverloadException(String message) {
        super(message);
    }

    /** As above, with the error of the technology underneath. */
    public CacheOverloadException(String message, Throwable cause) {
        super(message, cause);
    }
}
