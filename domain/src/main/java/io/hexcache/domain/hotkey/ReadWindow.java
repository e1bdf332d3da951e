package io.hexcache.domain.hotkey;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The reads of hot keys within one window. The first 65,536 are all counted; each time that their number doubles, one
 * of twice as many is counted and taken for so many, so that the cost per read falls as reads become more. A read that
 * finds the list under change does not wait and is only counted as missed.
 */
final class ReadWindow {

    private static final int ALL_COUNTED_BITS = 16;

    private final long start;
    private final SpaceSaving summary;
    private final ReentrantLock changing = new ReentrantLock();
    private final AtomicInteger shift = new AtomicInteger();
    private final LongAdder missed = new LongAdder();

    ReadWindow(long start, int capacity) {
        this.start = start;
        this.summary = new SpaceSaving(capacity);
    }

    /** Reading of the ticker with which the window began. */
    long start() {
        return start;
    }

    void count(String identifier, long reads, Sampler sampler) {
        int sampling = shift.get();
        if (!sampler.picksOneOfTwoToThe(sampling)) {
            return;
        }
        if (!changing.tryLock()) {
            missed.add(reads << sampling);
            return;
        }
        try {
            summary.add(identifier, reads << sampling);
            shift.set(Long.SIZE - Long.numberOfLeadingZeros(summary.total() >>> ALL_COUNTED_BITS));
        } finally {
            changing.unlock();
        }
    }

    /** The most that this key was read while it was hot. */
    long reads(String identifier) {
        changing.lock();
        try {
            return summary.counter(identifier).count();
        } finally {
            changing.unlock();
        }
    }

    /** @param before how many reads at most have made each key hot, and were not counted */
    HotKeys top(int most, int before) {
        changing.lock();
        try {
            List<HotKey> keys = summary.top().limit(most).map(entry -> new HotKey(entry.getKey(), entry.getValue()
                    .count() + before, entry.getValue().error() + before)).toList();
            return new HotKeys(keys, summary.total(), missed.sum(), 1L << shift.get());
        } finally {
            changing.unlock();
        }
    }
}
