package io.hexcache.reliability.plan;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** The faults that follow from a seed, without end: each kind in its share, in an order that nobody chose. */
public final class FaultSchedule {

    /** Of seventeen faults nine are kills of a service: a third of those in a drain, two ninths in recovery. */
    private static final List<FaultKind> SHARES = List.of(
            FaultKind.KILL_SERVICE, FaultKind.KILL_SERVICE, FaultKind.KILL_SERVICE, FaultKind.KILL_SERVICE,
            FaultKind.KILL_IN_DRAIN, FaultKind.KILL_IN_DRAIN, FaultKind.KILL_IN_DRAIN,
            FaultKind.KILL_IN_RECOVERY, FaultKind.KILL_IN_RECOVERY,
            FaultKind.PAUSE_SERVICE, FaultKind.KILL_REDIS, FaultKind.PAUSE_REDIS, FaultKind.FLUSH_REDIS,
            FaultKind.SLOW_LINK, FaultKind.HANG_LINK, FaultKind.HALF_OPEN_LINK, FaultKind.CUT_LINK);

    private final Random random;
    private final int nodes;
    private final Deque<FaultKind> next = new ArrayDeque<>();

    /** For so many services. */
    public FaultSchedule(long seed, int nodes) {
        this.random = new Random(seed);
        this.nodes = nodes;
    }

    /** The next fault. */
    public Fault next() {
        if (next.isEmpty()) {
            List<FaultKind> shuffled = new ArrayList<>(SHARES);
            Collections.shuffle(shuffled, random);
            next.addAll(shuffled);
        }
        FaultKind kind = next.remove();
        return new Fault(kind, random.nextInt(nodes), millis(300, 1_500), switch (kind) {
            case KILL_SERVICE, FLUSH_REDIS -> Duration.ZERO;
            case KILL_IN_DRAIN -> millis(0, 20);
            case KILL_IN_RECOVERY -> millis(200, 1_200);
            case PAUSE_SERVICE, KILL_REDIS, PAUSE_REDIS, SLOW_LINK, HANG_LINK, HALF_OPEN_LINK, CUT_LINK -> millis(200,
                    3_000);
        }, random.nextInt(1, 500));
    }

    private Duration millis(int least, int below) {
        return Duration.ofMillis(random.nextInt(least, below));
    }
}
