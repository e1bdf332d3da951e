package io.hexcache.infrastructure.redis;

import io.hexcache.domain.time.Ticker;
import io.hexcache.domain.time.Waiter;
import java.time.Duration;

/** How long one operation follows what moves: with pauses that grow, and no longer than a command may take. */
final class Turns {

    private static final Duration STEP = Duration.ofMillis(5);

    private final Ticker ticker;
    private final Waiter waiter;
    private final long end;
    private int taken;

    private Turns(Ticker ticker, Waiter waiter, Duration limit) {
        this.ticker = ticker;
        this.waiter = waiter;
        this.end = ticker.read() + limit.toNanos();
    }

    static Turns of(NodeMaker maker) {
        return new Turns(maker.ticker(), maker.waiter(), maker.settings().timeouts().command());
    }

    /** Pauses, and says whether there is time for another one. The first is free: mostly one step is all. */
    boolean another() {
        if (ticker.read() - end > 0) {
            return false;
        }
        if (taken > 0) {
            waiter.pause(STEP.multipliedBy(taken));
        }
        taken++;
        return true;
    }
}
