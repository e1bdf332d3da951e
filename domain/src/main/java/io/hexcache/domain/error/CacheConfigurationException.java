package io.hexcache.domain.error;

/**
 * A setting, a policy or an option of a call is outside of its bounds; the message names it, its value and the limit.
 */
public final class CacheConfigurationException extends CacheException {

    private static final long serialVersionUID = 1L;

    /** Says what was tried, on what, and the way out. */
    public CacheConfigurationException(String message) {
        super(message);
    }

    /** As above, with the error of the technology underneath. */
    public CacheConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
