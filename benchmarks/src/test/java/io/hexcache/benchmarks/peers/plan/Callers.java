package io.hexcache.benchmarks.peers.plan;

import java.util.Locale;
import java.util.concurrent.ThreadFactory;

/** How many call at once, and what they are; written as {@code 64-platform} or {@code 1024-virtual}. */
public record Callers(int count, Kind kind) {

    /** What a caller is. */
    public enum Kind {

        /** A thread of the operating system. */
        PLATFORM,

        /** A virtual thread. */
        VIRTUAL,

        /** A connection of a load generator that is no Java program. */
        CLIENTS
    }

    /** Reads the written form. */
    public static Callers parse(String label) {
        int dash = label.indexOf('-');
        return new Callers(Integer.parseInt(label.substring(0, dash)), Kind.valueOf(label.substring(dash + 1)
                .toUpperCase(Locale.ROOT)));
    }

    /** The written form. */
    public String label() {
        return count + "-" + kind.name().toLowerCase(Locale.ROOT);
    }

    /** Makes their threads. */
    public ThreadFactory threads() {
        return switch (kind) {
            case PLATFORM -> Thread.ofPlatform().name("caller-", 0).factory();
            case VIRTUAL -> Thread.ofVirtual().name("caller-", 0).factory();
            case CLIENTS -> throw new IllegalStateException("the clients of a load generator are no threads of ours");
        };
    }
}
