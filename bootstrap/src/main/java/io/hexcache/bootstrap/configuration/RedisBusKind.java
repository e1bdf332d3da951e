package io.hexcache.bootstrap.configuration;

import java.util.Arrays;
import java.util.List;

/** What {@code redis.bus} can be. */
public enum RedisBusKind {

    /** Messages go to whoever listens at that moment. */
    PUBSUB("pubsub"),

    /** Messages are kept for those who were cut off. */
    STREAMS("streams");

    private final String word;

    RedisBusKind(String word) {
        this.word = word;
    }

    static List<Choice<RedisBusKind>> choices() {
        return Arrays.stream(values()).map(kind -> new Choice<>(kind.word, kind)).toList();
    }
}
