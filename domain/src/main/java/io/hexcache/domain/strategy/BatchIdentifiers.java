package io.hexcache.domain.strategy;

import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a caller asks for at once, checked before anything else is done: each identifier once, in the order asked. */
final class BatchIdentifiers {

    /** The most identifiers in one call. */
    static final int MOST = KeySelection.Keys.MAX_KEYS;

    private BatchIdentifiers() {}

    /** The keys by their identifiers; an identifier that comes twice counts once. */
    static Map<String, CacheKey> keys(Collection<String> identifiers, Function<String, CacheKey> key) {
        checkSize(identifiers.size());
        Map<String, CacheKey> keys = new LinkedHashMap<>();
        for (@Nullable
        String identifier : identifiers) {
            keys.computeIfAbsent(notNull(identifier), key);
        }
        return keys;
    }

    static void checkSize(int size) {
        if (size > MOST) {
            throw new InvalidKeyException("%d identifiers in one batch; at most %d are allowed. Split it".formatted(
                    size, MOST));
        }
    }

    static String notNull(@Nullable String identifier) {
        if (identifier == null) {
            throw new InvalidKeyException("an identifier of the batch is null; leave it out");
        }
        return identifier;
    }
}
