package io.hexcache.infrastructure.redis;

/**
 * Where one server listens.
 *
 * @param host a name or an IP address, IPv6 without brackets
 * @param port 1 to 65535
 */
public record RedisAddress(String host, int port) {

    /** As messages name it: {@code host:port}. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
