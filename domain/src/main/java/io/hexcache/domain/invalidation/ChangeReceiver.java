package io.hexcache.domain.invalidation;

import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.coherence.Announcer;
import io.hexcache.domain.coherence.HeadLedger;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.stamp.StampService;
import io.hexcache.domain.time.Ticker;
import java.util.function.Consumer;

/**
 * What a node does with what it hears: what has changed is forgotten first, and only then does the message count as
 * received.
 */
public final class ChangeReceiver implements BusListener {

    private final Consumer<Change> onChange;
    private final Announcer announcer;
    private final HeadLedger ledger;
    private final Ticker ticker;

    /** Carries changes of other nodes out with {@code onChange}, and has all messages counted by the ledger. */
    public ChangeReceiver(Consumer<Change> onChange, Announcer announcer, HeadLedger ledger, Ticker ticker) {
        this.onChange = onChange;
        this.announcer = announcer;
        this.ledger = ledger;
        this.ticker = ticker;
    }

    /** How a change of another node is carried out on this one. */
    public static Consumer<Change> carryingOut(StampService stamps, Regions regions, RecentChanges recent) {
        return change -> {
            recent.add(change.selection());
            if (change.selection() instanceof KeySelection.Stamped stamped && change.stamp() != Change.UNSTAMPED) {
                stamps.heard(stamped.subjects(), change.stamp());
            } else {
                regions.forget(change.selection());
            }
        };
    }

    @Override
    public void connected() {
        ledger.connected(ticker.read());
    }

    @Override
    public void disconnected() {
        ledger.disconnected(ticker.read());
    }

    @Override
    public void received(Message message) {
        if (message.origin().equals(announcer.origin())) {
            announcer.heardOwn(message.sequence());
        } else {
            onChange.accept(message.change());
        }
        ledger.received(message, ticker.read());
    }
}
