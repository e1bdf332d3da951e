package io.hexcache.domain.coherence;

import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.stamp.StampService;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;

/**
 * The pulse of a node: learns new stamps, writes the own beat, reads the heads, and has the ledger judge them. A pulse
 * that fails does nothing; trust runs out by itself.
 */
public final class PulseService {

    /** How often a node pulses. */
    public static final Duration PERIOD = Duration.ofMillis(250);

    private final StampService stamps;
    private final StampRegister heartbeat;
    private final Announcer announcer;
    private final HeadLedger ledger;
    private final Ticker ticker;

    /** A pulse that renews the trust of this ledger, and learns stamps over this way to the register. */
    public PulseService(StampService stamps, StampRegister heartbeat, Announcer announcer, HeadLedger ledger,
            Ticker ticker) {
        this.stamps = stamps;
        this.heartbeat = heartbeat;
        this.announcer = announcer;
        this.ledger = ledger;
        this.ticker = ticker;
    }

    /** Pulses once; to be called every {@link #PERIOD}, never twice at a time. Does not throw cache errors. */
    public void pulse() {
        long askedIn = ledger.generation();
        long sentAt = ticker.read();
        try {
            stamps.refreshOver(heartbeat);
            Heads heads = announcer.exchange();
            ledger.pulsed(heads, sentAt, askedIn, ticker.read());
        } catch (CacheException away) {
            // Nothing to do: L1 is trusted until the last pulse that succeeded does not vouch for it any more.
        }
        ledger.check(ticker.read());
    }
}
