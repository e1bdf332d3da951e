package io.hexcache.reliability.load;

import java.util.concurrent.atomic.LongAdder;

/**
 * What the clients have seen, counted.
 *
 * @param inDoubt writes without an answer, or with one that says that they failed
 * @param cutOff reads that a killed service did not answer
 * @param waited reads that were given up since a service had been killed while it loaded the value for all
 */
public record Tally(LongAdder reads, LongAdder localHits, LongAdder stale, LongAdder writes, LongAdder behind,
        LongAdder inDoubt, LongAdder cutOff, LongAdder waited) {

    /** Nothing yet. */
    public Tally() {
        this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(),
                new LongAdder(), new LongAdder());
    }
}
