package io.hexcache.domain.strategy;

import io.hexcache.domain.scope.LoadScope;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The work of a load, be it of one key or of many: it runs in a thread of its own, and knows who waits for whom. */
final class Errand {

    private static final ScopedValue<Errand> CURRENT = ScopedValue.newInstance();

    private final Executor executor;
    private final Optional<Errand> within;
    private final LoadScope made = new LoadScope();

    /** Work that begins now, within the one whose loader asks for it, if there is one. */
    Errand(Executor executor) {
        this.executor = executor;
        this.within = current();
    }

    /** What its answers are made of. */
    LoadScope made() {
        return made;
    }

    private static Optional<Errand> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Runs a part of the work in a thread of its own, so that nobody has to wait for it for ever. */
    void execute(Runnable part) {
        executor.execute(() -> ScopedValue.where(CURRENT, this).run(() -> made.run(part)));
    }

    /** Whether the calling thread does work that is a part of the load of somebody else. */
    static boolean isNested() {
        return current().filter(errand -> errand.within.isPresent()).isPresent();
    }

    /** Whether the calling thread does this work, directly or through others. */
    boolean isAwaitedByCaller() {
        Optional<Errand> current = current();
        while (current.isPresent() && current.get() != this) {
            current = current.get().within;
        }
        return current.isPresent();
    }
}
