package io.hexcache.infrastructure.resilience4j;

import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.CounterStore;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.time.Ticker;
import java.util.List;
import java.util.Optional;

/**
 * Two circuit breakers for all that one remote second tier is asked: one for what only reads, one for what changes
 * something. What they put around a port behaves as the port does, and while a breaker is open as a port whose other
 * side cannot be reached: {@code CacheConnectionException}, at once, and nothing was sent. So whatever the domain does
 * about an unreachable store, it does then.
 *
 * <p>
 * The exchange of the bus, the heartbeat of the register and the ping of the store are always made: by them a node
 * finds out that the other side is back, and they are the probes of a service that nobody uses.
 */
public final class RemoteBreakers {

    private final Breaker reads;
    private final Breaker writes;

    /** Both closed. The name is what an operator knows the store by, and begins what is logged. */
    public RemoteBreakers(String name, BreakerSettings settings, Ticker ticker) {
        this.reads = new Breaker(name + " (reads)", settings, ticker);
        this.writes = new Breaker(name + " (writes)", settings, ticker);
    }

    /** Around a store. While only writes are refused, a fetch finds what is there, and grants no lease. */
    public CacheStore around(CacheStore store) {
        return new BreakingCacheStore(store, reads, writes);
    }

    /** Around an index. */
    public TagIndex around(TagIndex index) {
        return new BreakingTagIndex(index, reads, writes);
    }

    /** Around a register. */
    public StampRegister around(StampRegister register) {
        return new BreakingStampRegister(register, reads, writes);
    }

    /** Around a register, for the pulse of the node alone: reads are always made. */
    public StampRegister heartbeat(StampRegister register) {
        return new ProbingStampRegister(register, reads, writes);
    }

    /** Around counters. */
    public CounterStore around(CounterStore counters) {
        return new BreakingCounterStore(counters, reads, writes);
    }

    /** Around a bus; its exchange is always made. */
    public InvalidationBus around(InvalidationBus bus) {
        return new BreakingInvalidationBus(bus, writes);
    }

    /** How both stand: reads, then writes. */
    public List<BreakerReport> reports() {
        return List.of(report("reads", reads), report("writes", writes));
    }

    private static BreakerReport report(String name, Breaker breaker) {
        BreakerState state = breaker.state();
        return new BreakerReport(name, state, state == BreakerState.CLOSED ? Optional.empty()
                : Optional.of(breaker.lastFailure()));
    }
}
