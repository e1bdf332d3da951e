package io.hexcache.domain.coherence;

import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.bus.Origin;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Compares what was received with the heads of the bus, and trusts L1 as long as nothing is missing.
 *
 * <p>
 * A change is announced before it is answered. So whoever reads the heads at one moment and has received all messages
 * up to them has heard of every change that was complete at that moment; trust therefore runs from when the request
 * for the heads was <em>sent</em>, not from when anything was received. A loss makes L1 begin a new epoch. The heads
 * of the next pulse become the base, and L1 begins another epoch <em>after</em> they were read: what is read from then
 * on was read behind all changes that the base covers.
 */
public final class HeadLedger {

    /** How long a message may be on its way before it counts as lost. */
    static final Duration MISSING = Duration.ofMillis(500);

    /** A node whose beat stands still for so long may have died between a change and its announcement. */
    static final Duration STOPPED = Duration.ofSeconds(3);

    /** An origin that the bus has dropped is forgotten here too. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(2);

    private record Pulse(Heads heads, long sentAt) {}

    private final LocalTrust trust;
    private final Runnable newEpoch;
    private final Map<Origin, Received> received = new HashMap<>();
    private final Deque<Pulse> incomplete = new ArrayDeque<>();
    private boolean connected;
    private boolean lost = true;
    private long generation;

    /** Extends and ends this trust; {@code newEpoch} makes all of L1 invalid, and what is being loaded for it. */
    public HeadLedger(LocalTrust trust, Runnable newEpoch) {
        this.trust = trust;
        this.newEpoch = newEpoch;
    }

    /** The subscription stands. */
    public synchronized void connected(long now) {
        lose(now);
        connected = true;
    }

    /**
     * Messages may be lost from now on. What is in L1 stays, since nothing is known to be wrong: it is judged by its
     * age, and goes before trust is regained.
     */
    public synchronized void disconnected(long now) {
        connected = false;
        distrust(now);
    }

    /** A message was received and its change has been carried out here. */
    public synchronized void received(Message message, long now) {
        if (!received.computeIfAbsent(message.origin(), origin -> new Received(now)).add(message.sequence())) {
            lose(now);
        }
        settle();
    }

    /** To be read before heads are asked for, and given to {@link #pulsed} with them. */
    public synchronized long generation() {
        return generation;
    }

    /**
     * Heads have been read.
     *
     * @param sentAt reading of the ticker before they were asked for
     * @param askedIn the generation before they were asked for; heads of an earlier one prove nothing
     */
    public synchronized void pulsed(Heads heads, long sentAt, long askedIn, long now) {
        if (askedIn != generation || !connected) {
            return;
        }
        if (!lost && !isPlausible(heads, now)) {
            lose(now);
            return;
        }
        if (lost) {
            adopt(heads, now);
            newEpoch.run();
            lost = false;
        }
        received.entrySet().removeIf(known -> !heads.byOrigin().containsKey(known.getKey()) && known.getValue()
                .isForgotten(now, FORGOTTEN.toNanos()));
        incomplete.add(new Pulse(heads, sentAt));
        settle();
    }

    private void adopt(Heads heads, long now) {
        heads.byOrigin().forEach((origin, head) -> {
            Received from = received.computeIfAbsent(origin, same -> new Received(now));
            from.startFrom(head.sequence());
            from.beat(head.beat(), now);
        });
    }

    /** A node that has stopped may hide changes that it has made and never announced. */
    private boolean isPlausible(Heads heads, long now) {
        boolean plausible = true;
        for (Map.Entry<Origin, Heads.Head> entry : heads.byOrigin().entrySet()) {
            Heads.Head head = entry.getValue();
            Received from = received.computeIfAbsent(entry.getKey(), origin -> new Received(now));
            from.beat(head.beat(), now);
            if (head.left()) {
                from.leaves();
            }
        }
        // Those too whom the bus has dropped already, while this node was paused for instance.
        for (Received from : received.values()) {
            plausible &= !from.hasJustStopped(now, STOPPED.toNanos());
        }
        return plausible;
    }

    /** Gives up on messages that have been missing for too long. To be called with each pulse, answered or not. */
    public synchronized void check(long now) {
        Pulse oldest = incomplete.peekFirst();
        if (oldest != null && now - oldest.sentAt() >= MISSING.toNanos()) {
            lose(now);
        }
    }

    private void settle() {
        while (!incomplete.isEmpty() && hasAll(incomplete.getFirst().heads())) {
            trust.extendTo(incomplete.removeFirst().sentAt() + LocalTrust.BOUND.toNanos());
        }
    }

    private boolean hasAll(Heads heads) {
        return heads.byOrigin().entrySet().stream().allMatch(entry -> {
            Received from = received.get(entry.getKey());
            return from != null && from.hasAllUpTo(entry.getValue().sequence());
        });
    }

    /** What is in L1 may be wrong; what is loaded for it from now on is judged by its age until trust is regained. */
    private void lose(long now) {
        if (!lost) {
            newEpoch.run();
        }
        distrust(now);
    }

    private void distrust(long now) {
        lost = true;
        generation++;
        incomplete.clear();
        trust.endBy(now);
    }
}
