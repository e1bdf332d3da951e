package io.hexcache.infrastructure.redis;

/**
 * Who asks. Never shown.
 *
 * @param user empty for the default user
 * @param password empty for a server that asks for none
 */
public record RedisCredentials(String user, String password) {

    /** The default user, who needs no password. */
    public static final RedisCredentials NONE = new RedisCredentials("", "");

    /** Whether there is nothing to say. */
    public boolean isNone() {
        return password.isEmpty();
    }

    @Override
    public String toString() {
        return isNone() ? "" : "***";
    }
}
