package io.hexcache.infrastructure.redis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server does when its memory is full.
 *
 * @param maxBytes 0 for no limit
 * @param policy the server's {@code maxmemory-policy}
 */
record MemoryLimit(long maxBytes, String policy) {

    private static final Pattern BYTES = field("maxmemory", "[0-9]{1,18}");
    private static final Pattern POLICY = field("maxmemory_policy", "[a-z-]+");

    private static Pattern field(String name, String value) {
        return Pattern.compile("(?m)^" + name + ":(" + value + ")\\r?$");
    }

    /** Reads the section {@code memory} of INFO; nothing if it does not say. */
    static Optional<MemoryLimit> in(String info) {
        Matcher bytes = BYTES.matcher(info);
        Matcher policy = POLICY.matcher(info);
        return bytes.find() && policy.find()
                ? Optional.of(new MemoryLimit(Long.parseLong(bytes.group(1)), policy.group(1)))
                : Optional.empty();
    }

    /** Whether it throws keys away. Tags have a ttl, as entries have, so no policy spares them but one. */
    boolean evicts() {
        return maxBytes > 0 && !policy.equals("noeviction");
    }
}
