package io.hexcache.domain.error;

/** A deadline passed. A change that was on its way may still take effect. */
public final class CacheTimeoutException extends CacheException {

    private static final long serialVersionUID = 1L;

    /** Says what was tried, on what, and the way out. */
    public CacheTimeoutException(String message) {
        super(message);
    }

    /** As above, with the error of the technology underneath. */
    public CacheTimeoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
