package io.hexcache.contract;

import java.util.List;
import java.util.Map;

/** A value as services cache them, with a component of each sort. Public, so that every codec can reach it. */
public record Sample(String text, long number, double ratio, boolean flag, List<String> items,
        Map<String, Integer> counts, Grade grade) {

    /** A sort that has few values. */
    public enum Grade {
        /** The one. */
        LOW,
        /** The other. */
        HIGH
    }

    /** A value with this text. */
    static Sample of(String text) {
        return new Sample(text, Long.MIN_VALUE, 0.1, true, List.of("one", "", "\ud83d\ude00"), Map.of("a", 1, "", -2),
                Grade.HIGH);
    }
}
