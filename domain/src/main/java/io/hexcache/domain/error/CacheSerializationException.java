package io.hexcache.domain.error;

/** A value cannot be turned into bytes; it was not cached. */
public final class CacheSerializationException extends CacheException {

    private static final long serialVersionUID = 1L;

    /** Says what was tried, on what, and the way out. */
    public CacheSerializationException(String message) {
        super(message);
    }

    /** As above, with the error of the technology underneath. */
    public CacheSerializationException(String message, Throwable cause) {
        super(message, cause);
    }
}
