package io.hexcache.domain.error;

/** A tier answered a read with an error. */
public final class CacheReadException extends CacheException {

    private static final long serialVersionUID = 1L;

    /** Says what was tried, on what, and the way out. */
    public CacheReadException(String message) {
        super(message);
    }

    /** As above, with the error of the technology underneath. */
    public CacheReadException(String message, Throwable cause) {
        super(message, cause);
    }
}
