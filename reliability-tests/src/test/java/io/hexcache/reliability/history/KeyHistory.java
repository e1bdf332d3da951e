package io.hexcache.reliability.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

/** What was written under one key, by one writer, one write after the other. */
public final class KeyHistory {

    /** The value of what was removed for good: it comes after all others. */
    public static final long REMOVED = Long.MAX_VALUE;

    /** More than are written while the oldest of them can still matter. */
    private static final int KEPT = 20_000;

    private final String path;
    private final Deque<Write> acknowledged = new ArrayDeque<>();
    private final TreeSet<Long> begins = new TreeSet<>();
    private long highestBegun;
    private long count;

    /**
     * Nothing was written yet.
     *
     * @param path where it is read, such as {@code /v1/products/7}
     * @param highest no write so far had a larger value
     */
    public KeyHistory(String path, long highest) {
        this.path = path;
        this.highestBegun = highest;
    }

    /** Where it is read. */
    public String path() {
        return path;
    }

    /** Begins a write with a value larger than all before, now. */
    public synchronized long next(long now) {
        begins.add(now);
        if (begins.size() > KEPT) {
            begins.pollFirst();
        }
        return ++highestBegun;
    }

    /** Begins its removal. */
    public synchronized void removing() {
        highestBegun = REMOVED;
    }

    /** The write was acknowledged. */
    public synchronized void acknowledge(Write write) {
        acknowledged.addLast(write);
        count++;
        if (acknowledged.size() > KEPT) {
            acknowledged.removeFirst();
        }
    }

    /** When the write after this one began, acknowledged or not; never, if there was none. */
    synchronized long overtaken(Write write) {
        Long next = begins.higher(write.acknowledged());
        return next == null ? Long.MAX_VALUE : next;
    }

    /** The value that was acknowledged last. */
    public synchronized OptionalLong last() {
        return acknowledged.isEmpty() ? OptionalLong.empty() : OptionalLong.of(acknowledged.getLast().value());
    }

    /** How many writes were acknowledged. */
    public synchronized long count() {
        return count;
    }

    /** The largest value that can be there. */
    public synchronized long highestBegun() {
        return highestBegun;
    }

    /** The acknowledged writes of larger values, answered before then, the newest first. */
    synchronized List<Write> newerThan(long value, long answeredBefore) {
        List<Write> newer = new ArrayList<>();
        for (Iterator<Write> writes = acknowledged.descendingIterator(); writes.hasNext();) {
            Write write = writes.next();
            if (write.value() <= value) {
                break;
            }
            if (write.acknowledged() <= answeredBefore) {
                newer.add(write);
            }
        }
        return newer;
    }
}
