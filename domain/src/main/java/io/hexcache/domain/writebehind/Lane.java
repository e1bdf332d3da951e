package io.hexcache.domain.writebehind;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where the writes of one key stand.
 *
 * @param entering writes on their way into the journal: while there are any, {@code settled} must be remembered
 * @param direct writes that go to the source by themselves just now, and keep drains away
 * @param newest order of the last write that has begun
 * @param settled what has this order or a smaller one need not be applied any more
 * @param held what waits
 * @param drain done when the drain that is under way has ended; empty if there is none
 */
record Lane(int entering, int direct, long newest, long settled, Optional<Held> held,
        Optional<CompletableFuture<Void>> drain) {

    static final Lane EMPTY = new Lane(0, 0, 0, 0, Optional.empty(), Optional.empty());

    Lane entered(long order) {
        return new Lane(entering + 1, direct, Math.max(newest, order), settled, held, drain);
    }

    Lane left() {
        return new Lane(entering - 1, direct, newest, settled, held, drain);
    }

    Lane holding(Held next) {
        return new Lane(entering, direct, Math.max(newest, next.record().order()), settled, Optional.of(next), drain);
    }

    Lane directBegun(long order) {
        return new Lane(entering, direct + 1, Math.max(newest, order), settled, held, drain);
    }

    Lane directEnded() {
        return new Lane(entering, direct - 1, newest, settled, held, drain);
    }

    /** Nothing up to this order need be applied any more. */
    Lane settledTo(long order) {
        return new Lane(entering, direct, newest, Math.max(settled, order), held.filter(waiting -> waiting.record()
                .order() > order).map(later -> later.settledTo(order)), drain);
    }

    Lane claimed() {
        return new Lane(entering, direct, newest, settled, held, Optional.of(new CompletableFuture<>()));
    }

    Lane drained() {
        return new Lane(entering, direct, newest, settled, held, Optional.empty());
    }

    /** Whether what waits may be drained now. */
    boolean isClaimable() {
        return held.isPresent() && direct == 0 && drain.isEmpty();
    }

    boolean isIdle() {
        return entering == 0 && direct == 0 && held.isEmpty() && drain.isEmpty();
    }
}
