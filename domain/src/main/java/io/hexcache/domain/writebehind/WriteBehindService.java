package io.hexcache.domain.writebehind;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.Durability;
import io.hexcache.domain.policy.Urgency;
import io.hexcache.domain.port.JournalDepth;
import io.hexcache.domain.port.JournalRecord;
import io.hexcache.domain.port.WriteBehindJournal;
import io.hexcache.domain.time.NodeRuntime;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The writes behind of one node. Per key they are applied in the order in which they were acknowledged, the last one
 * for all before it; a key whose write fails holds up no other. Within a node that order is strict; two nodes that
 * write the same key behind each have an order of their own.
 */
public final class WriteBehindService {

    private final WriteBehindJournal journal;
    private final WriteBehindSettings settings;
    private final NodeRuntime runtime;
    private final Orders orders;
    private final PendingWrites pending;
    private final Progress progress;
    private final Spill spill;
    private final Intake intake;
    private final DirectWrites direct;
    private final DeadLetters dead;
    private final Drains drains;
    private final DrainTimer timer;

    /** Nothing waits before {@link #start}. */
    public WriteBehindService(WriteBehindPorts ports, NodeRuntime runtime) {
        this.journal = ports.journal();
        this.settings = ports.settings();
        this.runtime = runtime;
        this.orders = new Orders(runtime.dates());
        this.progress = new Progress(runtime);
        this.pending = new PendingWrites(settings.interval());
        this.spill = new Spill(journal, pending, settings.memory(), runtime.ticker());
        this.intake = new Intake(journal, pending, spill, progress, runtime.ticker());
        this.direct = new DirectWrites(journal, pending, this::mayBeJournaled, runtime);
        this.dead = new DeadLetters(journal, pending, runtime, this::plan);
        this.drains = new Drains(journal, pending, settings, runtime, dead);
        this.timer = new DrainTimer(ports, pending, spill, drains, new DrainTimer.Surroundings(runtime, progress));
    }

    /** The writes of this namespace go there; to be called before {@link #start}. */
    public void add(Namespace namespace, RecordTarget target) {
        drains.add(namespace, target);
    }

    /**
     * Takes up what an earlier process has left in the journal, as much as memory may hold at a time. To be called
     * once, before the first write.
     */
    public void start() {
        JournalDepth depth = journal.depth();
        orders.atLeast(depth.newestOrder());
        dead.found(depth.dead());
        if (depth.pending() > 0) {
            spill.spilled();
            spill.refill();
        }
        plan();
    }

    /**
     * Acknowledges a write by returning.
     *
     * @param payload the encoded entry; the caller does not change it any more
     * @param durability not {@code IMMEDIATE}
     * @param urgency empty means as the rules say
     * @throws io.hexcache.domain.error.CacheOverloadException if no room has come for as long as the settings say; it
     *         was not written
     * @throws io.hexcache.domain.error.CacheException if the journal does not confirm it; whether it will be applied
     *         is not known then
     */
    public void accept(CacheKey key, byte[] payload, Durability durability, Optional<Urgency> urgency) {
        JournalRecord record = new JournalRecord(key, orders.next(), urgency.orElseGet(() -> settings.urgency().of(
                key)), payload);
        try {
            switch (durability) {
                case DEFERRED -> intake.journaled(record, settings.patience());
                case EVENTUAL -> intake.inMemory(record, settings.patience(), () -> mayBeJournaled(key));
                case IMMEDIATE -> throw new IllegalArgumentException("a write of " + key
                        + " that is immediate has nothing to wait for");
            }
        } finally {
            plan();
        }
    }

    /** The write of this key that waits; its payload, which the caller does not change. */
    public Optional<byte[]> find(CacheKey key) {
        // Asked first: what leaves the journal for memory in between is found there.
        boolean spilled = spill.mayHold();
        Optional<byte[]> held = pending.size() == 0 ? Optional.empty()
                : pending.find(key).map(waiting -> waiting
                        .record().payload());
        return held.isPresent() || !spilled ? held : journal.find(key).map(JournalRecord::payload);
    }

    /**
     * Runs a change of the source that does not wait: no drain of its key runs meanwhile, and what had been accepted
     * before it will not be applied any more if it succeeds.
     *
     * @throws io.hexcache.domain.error.CacheTimeoutException if a drain of the key does not end for 10 s; nothing was
     *         changed
     * @throws io.hexcache.domain.error.CacheWriteException if the journal cannot note it; the source has the change
     */
    public <T> T direct(CacheKey key, Supplier<T> change) {
        try {
            return direct.write(key, orders.next(), change);
        } finally {
            progress.made();
            plan();
        }
    }

    private boolean mayBeJournaled(CacheKey key) {
        return dead.mayBeAny() || spill.mayHold() || pending.find(key).filter(Held::journaled).isPresent();
    }

    private void plan() {
        timer.plan();
    }

    /**
     * Drains all that has been accepted so far, whatever delay it has; what fails is tried again as ever.
     *
     * @return whether nothing of it waits any more; what was set aside does not
     */
    public boolean flush(Duration atMost) {
        long accepted = orders.last();
        pending.hurry(accepted, runtime.ticker().read());
        timer.begin(runtime.ticker().read());
        return progress.await(() -> isDrained(accepted), atMost);
    }

    private boolean isDrained(long accepted) {
        return !spill.mayHold() && !pending.holdsUpTo(accepted);
    }

    /**
     * Takes no more writes, and drains what waits.
     *
     * @return what is left: that in the journal is applied by the next process, that in memory alone is lost
     */
    public WriteBehindStatus stop(Duration atMost) {
        intake.close();
        long begun = runtime.ticker().read();
        progress.await(intake::isIdle, atMost);
        flush(atMost.minus(Duration.ofNanos(runtime.ticker().read() - begun)));
        timer.stop();
        return status();
    }

    /** How much waits, and whether the journal takes more. */
    public WriteBehindStatus status() {
        JournalDepth depth = journal.depth();
        return new WriteBehindStatus(journal.state(), depth.pending(), pending.onlyInMemory(), depth.dead());
    }

    /** What the sources would not take. */
    public DeadLetters deadLetters() {
        return dead;
    }
}
