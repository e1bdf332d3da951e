package io.hexcache.benchmarks.peers.plan;

import java.util.List;
import java.util.stream.Stream;

/** One thing that is measured, with the callers that it is measured with. */
public enum Scenario {

    /** A read that the memory of the process answers. */
    L1_HIT("l1-hit", "1-platform"),

    /** A read that Redis answers: uniform over all keys, nothing kept in the process, no read shared. */
    L2_HIT("l2-hit", "1-platform", "2-platform", "16-platform", "64-platform", "256-platform", "256-virtual",
            "1024-virtual", "50-clients"),

    /** A read of what nothing holds: a loader that answers at once, and the value is stored. */
    MISS_LOAD("miss-load", "16-platform"),

    /** A read of 100 keys of which the process holds 50. */
    BATCH("batch-100", "1-platform", "16-platform"),

    /** Very many readers of one key that nothing holds, and a loader that takes its time. */
    STAMPEDE("stampede", "1000-virtual"),

    /** The removal of many keys out of very many, while another client pings the server. */
    INVALIDATE("invalidate", "1-platform");

    private final String id;
    private final String callers;

    Scenario(String id, String... callers) {
        this.id = id;
        this.callers = String.join(",", callers);
    }

    /** Its name in reports and on the command line. */
    public String id() {
        return id;
    }

    /** In the order in which they are measured. */
    public List<Callers> callers() {
        return Stream.of(callers.split(",")).map(Callers::parse).toList();
    }
}
