package io.hexcache.simulation.world;

import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the store holds under one key: an entry and a guard, each with its end. Written after the table of the port. */
final class Slot {

    private static final long TOKEN_LIFE = CacheStore.TOKEN_LIFE.toNanos();

    private @Nullable Write entry;
    private long entryEnd;
    private boolean capped;
    private Guard guard = Guard.FREE;
    private @Nullable Token holder;
    private int writers;
    private long guardEnd;

    Slot() {}

    Slot copy() {
        Slot copy = new Slot();
        copy.entry = entry;
        copy.entryEnd = entryEnd;
        copy.capped = capped;
        copy.guard = guard;
        copy.holder = holder;
        copy.writers = writers;
        copy.guardEnd = guardEnd;
        return copy;
    }

    Optional<Write> entry(long now) {
        return entryEnd > now ? Optional.ofNullable(entry) : Optional.empty();
    }

    Optional<StoredEntry> answer(long now) {
        return entry(now).map(live -> new StoredEntry(live.bytes(), Duration.ofNanos(entryEnd - now), live.token()));
    }

    Guard guard(long now) {
        return guardEnd > now ? guard : Guard.FREE;
    }

    private void guard(Guard to, @Nullable Token token, int overlapping, long now) {
        guard = to;
        holder = token;
        writers = overlapping;
        guardEnd = now + TOKEN_LIFE;
    }

    private void free() {
        guard = Guard.FREE;
        holder = null;
    }

    private boolean isHeld(Guard kind, Token token, long now) {
        return guard(now) == kind && token.equals(holder);
    }

    private void store(Write write, long now) {
        entry = write;
        entryEnd = now + write.life().toNanos();
        capped = false;
    }

    boolean dropEntry(long now) {
        boolean live = entry(now).isPresent();
        entry = null;
        return live;
    }

    void dropIf(Token dead, long now) {
        if (entry(now).filter(live -> live.token().equals(dead)).isPresent()) {
            entry = null;
        }
    }

    boolean lease(Token token, long now) {
        if (guard(now) != Guard.FREE) {
            return false;
        }
        guard(Guard.READING, token, 0, now);
        return true;
    }

    void begin(Token token, long now) {
        switch (guard(now)) {
            case FREE, READING -> guard(Guard.WRITING, token, 1, now);
            case WRITING -> guard(Guard.CONTENDED, null, 2, now);
            case CONTENDED -> guard(Guard.CONTENDED, null, writers + 1, now);
        }
        if (entry(now).isPresent()) {
            entryEnd = Math.min(entryEnd, now + TOKEN_LIFE);
            capped = true;
        }
    }

    boolean fill(Write write, long now) {
        if (!isHeld(Guard.READING, write.token(), now)) {
            return false;
        }
        store(write, now);
        free();
        return true;
    }

    boolean put(Write write, long now) {
        if (isHeld(Guard.WRITING, write.token(), now)) {
            store(write, now);
            free();
            return true;
        }
        refuse(now);
        return false;
    }

    void abandon(Token token, long now) {
        if (isHeld(Guard.WRITING, token, now)) {
            entry = null;
            free();
        } else {
            refuse(now);
        }
    }

    private void refuse(long now) {
        entry = null;
        switch (guard(now)) {
            case FREE, READING -> free();
            case WRITING -> guard(Guard.CONTENDED, null, 1, now);
            case CONTENDED -> {
                if (writers == 1) {
                    free();
                } else {
                    guard(Guard.CONTENDED, null, writers - 1, now);
                }
            }
        }
    }

    void release(Token token, long now) {
        if (isHeld(Guard.READING, token, now)) {
            free();
        }
    }

    void set(Write write, long now) {
        store(write, now);
        free();
    }

    Optional<Duration> expire(Duration life, long now) {
        if (entry(now).isEmpty()) {
            return Optional.empty();
        }
        long wanted = now + life.toNanos();
        entryEnd = capped ? Math.min(entryEnd, wanted) : wanted;
        return Optional.of(Duration.ofNanos(entryEnd - now));
    }

    void voidGuard(long now) {
        switch (guard(now)) {
            case FREE, READING -> free();
            case WRITING -> guard(Guard.CONTENDED, null, 1, now);
            case CONTENDED -> guard(Guard.CONTENDED, null, writers, now);
        }
    }

    boolean isEmpty(long now) {
        return entry(now).isEmpty() && guard(now) == Guard.FREE;
    }
}
