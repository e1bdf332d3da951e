package io.hexcache.domain.key;

import io.hexcache.domain.error.InvalidKeyException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes the keys of one namespace from what they are about, always the same key from the same parts, on every JVM.
 *
 * <p>
 * Two different calls of one method never make one key: an id holds no colon (it is refused, not escaped, so that a
 * rule such as {@code user:{userId}:*} and a person find the key as they would write it), and what is hashed says its
 * own length. A namespace should hold keys of one kind, as it holds values of one type; what is hashed begins with its
 * kind all the same. Whatever would be illegal in a key is refused with its position in the part; what is only hashed
 * may hold any text.
 *
 * @param version the current version of the namespace's keys, 0 or more
 */
public record CacheKeyGenerator(Namespace namespace, int version) {

    /** Checks the version. */
    public CacheKeyGenerator {
        if (version < 0) {
            throw new InvalidKeyException("key version " + version + " is negative; it must be 0 or more");
        }
    }

    /** What belongs to a user: {@code namespace:{id}:{resource}}, such as {@code user:7:profile}. */
    public CacheKey user(String id, String resource) {
        Text.check("resource of a user", resource, CacheKey.MAX_BYTES);
        return key(id("user id", id) + ":" + resource);
    }

    /** One thing: {@code namespace:{id}}, such as {@code product:7}. */
    public CacheKey resource(String id) {
        return key(id("resource id", id));
    }

    /**
     * The answer of an API: {@code namespace:{endpoint}:{hash}}, the hash over endpoint and parameters.
     *
     * @param parameters in any order of names; the order of the values of one name counts
     */
    public CacheKey apiCall(String endpoint, Map<String, List<String>> parameters) {
        Text.check("endpoint", endpoint, CacheKey.MAX_BYTES);
        return key(endpoint + ":" + new KeyHash("api").text(endpoint).sorted(parameters).digits());
    }

    /**
     * The result of a search: {@code namespace:{hash}}, the hash over query and filters.
     *
     * @param query any text, also empty; how it is to be normalized is the caller's matter
     * @param filters in any order of names; the order of the values of one name counts
     */
    public CacheKey search(String query, Map<String, List<String>> filters) {
        return key(new KeyHash("search").text(query).sorted(filters).digits());
    }

    /** A key whose identifier this function makes; it may hold colons, and that it is unambiguous is its matter. */
    public <T> CacheKey custom(T subject, Function<? super T, String> identifier) {
        return key(identifier.apply(subject));
    }

    /** Every key that {@link #user} makes for this user, of any version. */
    public KeySelection ofUser(String id) {
        return new KeySelection.StartingWith(namespace.name() + ":" + id("user id", id) + ":");
    }

    /**
     * Every key that {@link #apiCall} makes for this endpoint, of any version, and for endpoints that begin with it and
     * a colon.
     */
    public KeySelection ofEndpoint(String endpoint) {
        Text.check("endpoint", endpoint, CacheKey.MAX_BYTES);
        return new KeySelection.StartingWith(namespace.name() + ":" + endpoint + ":");
    }

    private CacheKey key(String identifier) {
        return new CacheKey(namespace, identifier, version);
    }

    private static String id(String what, String id) {
        Text.check(what, id, CacheKey.MAX_BYTES);
        int colon = id.indexOf(':');
        if (colon >= 0) {
            throw new InvalidKeyException(("%s %s holds a ':' at position %d, and could then be taken for another id;"
                    + " write it without, or make the key with custom()").formatted(what, Text.quoted(id), colon));
        }
        return id;
    }
}
