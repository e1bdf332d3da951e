package io.hexcache.reliability.history;

import java.time.Duration;

/** How old an answer may be. */
record Promise(Surroundings surroundings) {

    private static final long BUS_UP = Duration.ofSeconds(1).toNanos();
    private static final long BUS_DOWN = Duration.ofSeconds(3).toNanos();

    /** How long after the completion of a write a service may still answer what was there before. */
    long bound(Read read, Write write) {
        if (read.node() == write.node()) {
            return 0;
        }
        long from = write.acknowledged();
        boolean disturbed = surroundings.redis().get(read.node()).overlap(from, read.end())
                || surroundings.pauses().get(read.node())
                        .overlap(from, read.end());
        return disturbed ? BUS_DOWN : BUS_UP;
    }

    /** How long before the read the write was complete for its service; negative if it was not. */
    long age(KeyHistory key, Read read, Write write) {
        long complete = read.node() == write.node() ? write.acknowledged() : surroundings.complete(key, write);
        return complete == Long.MAX_VALUE ? -1 : read.begin() - complete;
    }
}
