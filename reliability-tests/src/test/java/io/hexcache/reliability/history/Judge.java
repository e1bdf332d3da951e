package io.hexcache.reliability.history;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Compares each read with what had been written before it. */
public final class Judge {

    private static final long MILLI = 1_000_000;

    private final Surroundings surroundings;
    private final Promise promise;
    private final Queue<Violation> found = new ConcurrentLinkedQueue<>();
    private final AtomicLong worst = new AtomicLong();
    private final LongAdder judged = new LongAdder();

    /** Judges what happens in these surroundings. */
    public Judge(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.promise = new Promise(surroundings);
    }

    /** Judges one read, at its end. */
    public void judge(KeyHistory key, Read read) {
        judged.increment();
        if (read.value() > key.highestBegun()) {
            found.add(new Violation(Violation.Kind.INVENTED, read.begin(), read.end(), "%s on node %d: nobody wrote %d"
                    .formatted(key.path(), read.node(), read.value())));
            return;
        }
        for (Write write : key.newerThan(read.value(), read.begin())) {
            long age = promise.age(key, read, write);
            if (age <= 0 || surroundings.stalls().overlap(write.acknowledged(), read.end())) {
                continue;
            }
            worst.accumulateAndGet(age, Math::max);
            if (age > promise.bound(read, write)) {
                found.add(stale(key, read, write, age));
                return;
            }
        }
    }

    private static Violation stale(KeyHistory key, Read read, Write write, long age) {
        String what = "%s on node %d answered %d from %s, %d ms after %d was complete (%s on node %d, read at %d ms)"
                .formatted(key.path(), read.node(), read.value(), read.from(), age / MILLI, write.value(), write.way(),
                        write.node(), read.begin() / MILLI);
        return new Violation(Violation.Kind.STALE, write.acknowledged(), read.end(), what);
    }

    /** Something else was found. */
    public void report(Violation violation) {
        found.add(violation);
    }

    /** What was found and is not void: not in a time in which the check stood still. To be asked at the end. */
    public List<Violation> violations() {
        return found.stream().filter(violation -> !isVoid(violation)).toList();
    }

    /** How many were found and are void. */
    public long voided() {
        return found.stream().filter(this::isVoid).count();
    }

    private boolean isVoid(Violation violation) {
        return violation.kind() == Violation.Kind.STALE && surroundings.stalls().overlap(violation.from(), violation
                .to());
    }

    /** How long after the completion of a newer write an older value was answered at most, in nanoseconds. */
    public long worstStaleness() {
        return worst.get();
    }

    /** How many reads were judged. */
    public long judged() {
        return judged.sum();
    }
}
