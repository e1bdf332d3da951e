package io.hexcache.domain.error;

/**
 * The root of all errors of the cache. An exception of a loader or of a source of truth is never wrapped in one: it
 * reaches the caller as it was thrown.
 */
public abstract sealed class CacheException extends RuntimeException permits CacheConfigurationException,
        CacheConnectionException, CacheOverloadException, CacheReadException, CacheSerializationException,
        CacheTimeoutException, CacheWriteException, InvalidKeyException {

    private static final long serialVersionUID = 1L;

    CacheException(String message) {
        super(message);
    }

    CacheException(String message, Throwable cause) {
        super(message, cause);
    }
}
