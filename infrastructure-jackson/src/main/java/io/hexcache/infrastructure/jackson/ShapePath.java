package io.hexcache.infrastructure.jackson;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JavaType;

/**
 * The types around the one that is looked at, by which a type that holds itself comes to an end.
 *
 * @param left how many more may be looked at, in all
 */
record ShapePath(List<JavaType> types, AtomicInteger left) {

    /** One type within another counts again wherever it appears; what has more is no value for a cache. */
    private static final int MOST = 10_000;

    static ShapePath of(JavaType root) {
        return new ShapePath(List.of(root), new AtomicInteger(MOST));
    }

    ShapePath into(JavaType type) {
        if (left.decrementAndGet() < 0) {
            throw new IllegalStateException("more than " + MOST + " types in one");
        }
        return new ShapePath(Stream.concat(types.stream(), Stream.of(type)).toList(), left);
    }

    /** How many steps out the type is, if it is around this place. */
    Optional<Integer> distance(JavaType type) {
        int at = types.lastIndexOf(type);
        return at < 0 ? Optional.empty() : Optional.of(types.size() - at);
    }
}
