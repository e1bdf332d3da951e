package io.hexcache.simulation.judge;

import io.hexcache.domain.bus.Message;
import io.hexcache.domain.bus.Origin;
import java.util.HashMap;
import java.util.Map;

/** One life of one node, from its start to its crash. */
public final class Life {

    private final String name;
    private final Map<Announcement, Long> heard = new HashMap<>();
    private boolean alive = true;
    private int troubles;
    private long awayUntil = Long.MIN_VALUE;
    private long noticedAt;

    /** A message, by its number. */
    record Announcement(Origin origin, long sequence) {}

    /** A life of a node of this name. */
    public Life(String name) {
        this.name = name;
    }

    /** It stands still or is cut off from now on; troubles may overlap. */
    public void troubled() {
        troubles++;
    }

    /**
     * One of its troubles is over.
     *
     * @param until by when it has noticed that
     */
    public void relieved(long until) {
        troubles--;
        away(until);
    }

    /** A call by which it hears of the others has failed; it may not hear of them until then. */
    public void away(long until) {
        awayUntil = Math.max(awayUntil, until);
    }

    /** Whether it may have been away at any time from this one to now. */
    boolean wasAwaySince(long time) {
        return troubles > 0 || awayUntil >= time;
    }

    /** It has taken a message in. */
    public void hears(Message message, long now) {
        heard.putIfAbsent(new Announcement(message.origin(), message.sequence()), now);
    }

    /** It has noticed that the store is another one, and repeats there what it knows. */
    public void notices(long now) {
        noticedAt = now;
    }

    boolean hasRepeated(Announcement announcement) {
        return heard.getOrDefault(announcement, Long.MAX_VALUE) < noticedAt;
    }

    /** It is over. */
    void ends() {
        alive = false;
    }

    /** Whether it goes on. */
    public boolean isAlive() {
        return alive;
    }

    @Override
    public String toString() {
        return name;
    }
}
