package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.port.JobScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VirtualJobSchedulerTest extends JobSchedulerContract {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualJobScheduler virtual = new VirtualJobScheduler(Instant.parse("2026-11-20T12:00:00Z"));

    @Override
    public JobScheduler emptyScheduler() {
        return virtual;
    }

    @Override
    public InstantSource dates() {
        return virtual;
    }

    @Override
    public void letPass(Duration time) {
        virtual.advance(time);
    }

    @Test
    void advance_runsInTheOrderOfTimeAndThenOfAsking_eachAtItsInstant() {
        Instant start = virtual.instant();
        List<String> ran = new ArrayList<>();
        virtual.runAfter(SECOND.multipliedBy(2), () -> ran.add("third " + Duration.between(start, virtual.instant())));
        virtual.runAfter(SECOND, () -> ran.add("first " + Duration.between(start, virtual.instant())));
        virtual.runAt(start.plus(SECOND), () -> ran.add("second " + Duration.between(start, virtual.instant())));

        virtual.advance(SECOND.multipliedBy(3));

        assertThat(ran).containsExactly("first PT1S", "second PT1S", "third PT2S");
        assertThat(virtual.instant()).isEqualTo(start.plusSeconds(3));
    }

    @Test
    void advance_notFarEnough_runsNothing() {
        List<String> ran = new ArrayList<>();
        virtual.runAfter(SECOND, () -> ran.add("job"));

        virtual.advance(SECOND.minusNanos(1));

        assertThat(ran).isEmpty();
        assertThat(virtual.waiting()).isEqualTo(1);
    }
}
