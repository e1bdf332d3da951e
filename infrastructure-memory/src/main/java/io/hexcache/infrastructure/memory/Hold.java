package io.hexcache.infrastructure.memory;

import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.Token;

/**
 * The guard of one key at one moment, and what becomes of it: the table of {@link CacheStore}, a method for each of
 * its rows. Every change gives the guard a new life.
 */
sealed interface Hold {

    /** Nobody's. */
    record Free() implements Hold {}

    /** {@code L(token)}. */
    record Reading(Token token, long deadline) implements Hold {}

    /** {@code W(token)}. */
    record Writing(Token token, long deadline) implements Hold {}

    /** {@code X(writers)}. */
    record Contended(int writers, long deadline) implements Hold {}

    static Hold free() {
        return new Free();
    }

    static Hold readBy(Token token, long now) {
        return new Reading(token, end(now));
    }

    private static long end(long now) {
        return now + CacheStore.TOKEN_LIFE.toNanos();
    }

    default Guard kind() {
        return switch (this) {
            case Free _ -> Guard.FREE;
            case Reading _ -> Guard.READING;
            case Writing _ -> Guard.WRITING;
            case Contended _ -> Guard.CONTENDED;
        };
    }

    default boolean isFree() {
        return kind() == Guard.FREE;
    }

    /** What is left of it at this reading of the ticker. */
    default Hold at(long now) {
        long deadline = switch (this) {
            case Free _ -> now;
            case Reading(Token _, long end) -> end;
            case Writing(Token _, long end) -> end;
            case Contended(int _, long end) -> end;
        };
        return deadline - now > 0 ? this : free();
    }

    default boolean isLeaseOf(Token token) {
        return this instanceof Reading(Token holder, long _) && holder.equals(token);
    }

    default boolean isWriteOf(Token token) {
        return this instanceof Writing(Token holder, long _) && holder.equals(token);
    }

    /** One more writer begins. */
    default Hold begun(Token token, long now) {
        return switch (this) {
            case Free _, Reading _ -> new Writing(token, end(now));
            case Writing _ -> new Contended(2, end(now));
            case Contended(int writers, long _) -> new Contended(writers + 1, end(now));
        };
    }

    /** The writer with this token ends, whether it may store or not. */
    default Hold ended(Token token, long now) {
        return switch (this) {
            case Free _, Reading _ -> free();
            case Writing _ -> isWriteOf(token) ? free() : new Contended(1, end(now));
            case Contended(int writers, long _) -> writers > 1 ? new Contended(writers - 1, end(now)) : free();
        };
    }

    /** Somebody removes the key. */
    default Hold removed(long now) {
        return switch (this) {
            case Free _, Reading _ -> free();
            case Writing _ -> new Contended(1, end(now));
            case Contended(int writers, long _) -> new Contended(writers, end(now));
        };
    }
}
