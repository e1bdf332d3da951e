package io.hexcache.reliability.load;

import java.util.concurrent.atomic.LongAdder;

/** What the clients have seen, counted. */
public record Tally(LongAdder reads, LongAdder localHits, LongAdder stale, LongAdder writes, LongAdder behind,
        LongAdder inDoubt, LongAdder cutOff) {

    /** Nothing yet. */
    public Tally() {
        this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(),
                new LongAdder());
    }
}
