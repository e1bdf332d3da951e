package io.hexcache.domain.error;

/** A key, namespace, tag, prefix or pattern is not legal; the message says which rule it breaks and where. */
public final class InvalidKeyException extends CacheException {

    private static final long serialVersionUID = 1L;

    /** Says what was tried, on what, and the way out. */
    public InvalidKeyException(String message) {
        super(message);
    }

}
