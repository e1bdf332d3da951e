package io.hexcache.domain.writebehind;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.Urgency;
import io.hexcache.domain.port.JournalMark;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * What this node knows in memory of writes that wait, key by key, and when each is due. Each method is one atomic step
 * under one lock; none waits.
 */
final class PendingWrites {

    private final Map<CacheKey, Lane> lanes = new HashMap<>();
    private final DrainOrder waiting = new DrainOrder();
    private final AtomicLong hurried = new AtomicLong();
    private final AtomicInteger size = new AtomicInteger();
    private final Duration interval;

    PendingWrites(Duration interval) {
        this.interval = interval;
    }

    /** A write begins to enter. */
    synchronized void enter(CacheKey key, long order) {
        change(key, lane -> lane.entered(order));
    }

    /** It will not come. */
    synchronized void leave(CacheKey key) {
        change(key, Lane::left);
    }

    /**
     * It has come, and waits from now on, unless a later one does.
     *
     * @return false if it need not be applied any more, since a direct write has gone past it
     */
    synchronized boolean hold(Held entered, long now) {
        CacheKey key = entered.record().key();
        Lane lane = change(key, Lane::left, false);
        long order = entered.record().order();
        if (order <= lane.settled()) {
            change(key, same -> same);
            return false;
        }
        if (lane.held().filter(other -> other.record().order() >= order).isPresent()) {
            return true;
        }
        Held next = lane.held().map(entered::replacing).orElse(entered);
        Lane held = change(key, same -> same.holding(next));
        if (held.isClaimable()) {
            line(next, now);
        }
        return true;
    }

    private void line(Held held, long now) {
        Urgency urgency = held.record().urgency();
        boolean hurry = held.record().order() <= hurried.get();
        long delay = hurry ? 0 : urgency.delay().toNanos();
        long due = hurry ? now : now + Math.max(delay, interval.toNanos());
        waiting.add(held.record().key(), urgency.priority(), now + delay, due, delay > 0);
    }

    /** Whether no direct write has gone past this. To be asked between entering and leaving. */
    synchronized boolean isLaterThanSettled(JournalMark mark) {
        return mark.order() > lane(mark.key()).settled();
    }

    /** Takes what is due next at this reading; to be given back by one of the three methods below. */
    synchronized Optional<Held> claim(long now) {
        return waiting.take(now).map(key -> change(key, Lane::claimed).held().orElseThrow());
    }

    /** What was claimed has reached the source, or was set aside. */
    synchronized void settled(Held claimed, long now) {
        CacheKey key = claimed.record().key();
        ended(key, change(key, lane -> lane.settledTo(claimed.record().order()), false), now);
    }

    /** What was claimed waits again, unless a later one does. */
    synchronized void failed(Held claimed, Duration backoff, long now) {
        CacheKey key = claimed.record().key();
        Lane lane = lane(key);
        if (lane.held().filter(held -> held.record().order() == claimed.record().order()).isEmpty()) {
            ended(key, lane, now);
            return;
        }
        end(key, lane);
        if (change(key, same -> same.drained().holding(claimed)).isClaimable()) {
            long again = now + backoff.toNanos();
            waiting.add(key, claimed.record().urgency().priority(), again, again, true);
        }
    }

    private void ended(CacheKey key, Lane lane, long now) {
        end(key, lane);
        relined(change(key, Lane::drained), now);
    }

    private static void end(CacheKey key, Lane lane) {
        lane.drain().orElseThrow(() -> new IllegalStateException(key + " was not claimed")).complete(null);
    }

    private void relined(Lane lane, long now) {
        if (lane.isClaimable()) {
            line(lane.held().orElseThrow(), now);
        }
    }

    /**
     * A direct write wants to begin.
     *
     * @return what it has to wait for first, before it asks again; empty if it has begun
     */
    synchronized Optional<CompletableFuture<Void>> beginDirect(CacheKey key, long order) {
        Optional<CompletableFuture<Void>> drain = lane(key).drain();
        if (drain.isEmpty()) {
            change(key, lane -> lane.directBegun(order));
            waiting.remove(key);
        }
        return drain;
    }

    /** It has ended and changed nothing that is known. */
    synchronized void endDirect(CacheKey key, long now) {
        relined(change(key, Lane::directEnded), now);
    }

    /** It has reached the source: what began before it need not be applied any more. */
    synchronized void directDone(CacheKey key, long order, long now) {
        relined(change(key, lane -> lane.settledTo(order).directEnded()), now);
    }

    /** Whether no write of the key has begun after this one. */
    synchronized boolean isNewest(CacheKey key, long order) {
        return lane(key).newest() <= order;
    }

    /** What waits of this key. */
    synchronized Optional<Held> find(CacheKey key) {
        return lane(key).held();
    }

    /** Whether anything waits that stands for a write which is not of a later order than this. */
    synchronized boolean holdsUpTo(long order) {
        return lanes.values().stream().anyMatch(lane -> lane.held().filter(held -> held.since() <= order)
                .isPresent());
    }

    /** How many of those that wait are in memory alone. */
    synchronized int onlyInMemory() {
        return Math.toIntExact(lanes.values().stream().flatMap(lane -> lane.held().stream()).filter(held -> !held
                .journaled()).count());
    }

    /** Makes all that wait due, and what is of no later order than this as soon as it does. */
    synchronized void hurry(long order, long now) {
        hurried.accumulateAndGet(order, Math::max);
        waiting.hurry(now);
    }

    /** When the next drain is to begin: at once if a whole batch waits. */
    synchronized OptionalLong nextDue(int batch, long now) {
        return waiting.undelayed() >= batch ? OptionalLong.of(now) : waiting.nextDue();
    }

    /** How many keys have a write that waits. */
    int size() {
        return size.get();
    }

    private Lane lane(CacheKey key) {
        return lanes.getOrDefault(key, Lane.EMPTY);
    }

    private Lane change(CacheKey key, UnaryOperator<Lane> step) {
        return change(key, step, true);
    }

    private Lane change(CacheKey key, UnaryOperator<Lane> step, boolean forgetIdle) {
        Lane before = lane(key);
        Lane after = Objects.requireNonNull(step.apply(before));
        if (after.isIdle() && forgetIdle) {
            lanes.remove(key);
            waiting.remove(key);
        } else {
            lanes.put(key, after);
        }
        size.addAndGet((after.held().isPresent() ? 1 : 0) - (before.held().isPresent() ? 1 : 0));
        return after;
    }
}
