package io.hexcache.domain.error;

/** A tier answered a change with an error. */
public final class CacheWriteException extends CacheException {

    private static final long serialVersionUID = 1L;

    /** Says what was tried, on what, and the way out. */
    public CacheWriteException(String message) {
        super(message);
    }

    /** As above, with the error of the technology underneath. */
    public CacheWriteException(String message, Throwable cause) {
        super(message, cause);
    }
}
