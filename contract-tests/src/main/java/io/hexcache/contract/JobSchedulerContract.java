package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.port.JobScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link JobScheduler}. An adapter extends this class in its tests and says how schedulers are made,
 * and how time passes for them.
 */
public abstract class JobSchedulerContract {

    private static final Duration SOON = Duration.ofMillis(30);
    private static final Duration LATER = Duration.ofMinutes(10);

    private final List<String> ran = new CopyOnWriteArrayList<>();
    private JobScheduler scheduler;

    /** A scheduler without jobs, on the clock of {@link #dates}; called once per test. */
    public abstract JobScheduler emptyScheduler();

    /** The clock of dates of the scheduler. */
    public abstract InstantSource dates();

    /**
     * Turns the clocks of the adapter. Where they are real ones this does nothing: the tests wait for what they expect.
     */
    public abstract void letPass(Duration time);

    /** How long the tests wait for what they expect before they give up. */
    public Duration patience() {
        return Duration.ofSeconds(10);
    }

    @BeforeEach
    final void openScheduler() {
        scheduler = emptyScheduler();
    }

    @AfterEach
    final void closeScheduler() {
        scheduler.close();
    }

    private Runnable running(String name) {
        return () -> ran.add(name);
    }

    private void awaitRan(String... names) {
        Eventually.holds(patience(), () -> ran.containsAll(List.of(names)), "jobs ran: " + List.of(names));
        assertThat(ran).containsExactlyInAnyOrder(names);
    }

    @Test
    void runAfter_runsOnceAndNotEarly() {
        AtomicReference<Instant> at = new AtomicReference<>(Instant.MIN);
        Instant asked = dates().instant();
        scheduler.runAfter(SOON, () -> {
            at.set(dates().instant());
            ran.add("job");
        });
        letPass(SOON);
        awaitRan("job");

        scheduler.runAfter(SOON, running("fence"));
        letPass(SOON);
        awaitRan("job", "fence");
        assertThat(at.get()).isAfterOrEqualTo(asked.plus(SOON));
    }

    @Test
    void runAt_runsOnceAndNotEarly() {
        AtomicReference<Instant> at = new AtomicReference<>(Instant.MIN);
        Instant due = dates().instant().plus(SOON);
        scheduler.runAt(due, () -> {
            at.set(dates().instant());
            ran.add("job");
        });
        letPass(SOON);
        awaitRan("job");

        scheduler.runAt(dates().instant().plus(SOON), running("fence"));
        letPass(SOON);
        awaitRan("job", "fence");
        assertThat(at.get()).isAfterOrEqualTo(due);
    }

    @Test
    void run_noTimeOrTimeThatHasPassed_runsAtOnce() {
        scheduler.runAfter(Duration.ZERO, running("zero"));
        scheduler.runAfter(Duration.ofDays(-400_000_000), running("negative"));
        scheduler.runAt(dates().instant(), running("now"));
        scheduler.runAt(Instant.EPOCH, running("past"));
        letPass(Duration.ZERO);

        awaitRan("zero", "negative", "now", "past");
    }

    @Test
    void run_sooner_doesNotWaitForLater() {
        scheduler.runAfter(LATER, running("later"));
        scheduler.runAt(dates().instant().plus(LATER), running("later"));
        scheduler.runAfter(SOON, running("sooner"));
        letPass(SOON);

        awaitRan("sooner");
    }

    @Test
    void run_farAway_waits() {
        scheduler.runAfter(Duration.ofSeconds(Long.MAX_VALUE), running("never"));
        scheduler.runAt(Instant.MAX, running("never"));
        scheduler.runAfter(SOON, running("fence"));
        letPass(SOON);

        awaitRan("fence");
    }

    @Test
    void cancel_waiting_doesNotRun() {
        JobScheduler.Job after = scheduler.runAfter(SOON, running("after"));
        JobScheduler.Job at = scheduler.runAt(dates().instant().plus(SOON), running("at"));

        assertThat(after.cancel()).isTrue();
        assertThat(at.cancel()).isTrue();
        assertThat(after.cancel()).isFalse();
        scheduler.runAfter(SOON.multipliedBy(2), running("fence"));
        letPass(SOON.multipliedBy(2));
        awaitRan("fence");
    }

    @Test
    void cancel_hasRun_answersThatItDidNothing() {
        JobScheduler.Job job = scheduler.runAfter(Duration.ZERO, running("job"));
        letPass(Duration.ZERO);
        awaitRan("job");

        assertThat(job.cancel()).isFalse();
    }

    @Test
    void job_thatThrows_harmsNoOther() {
        scheduler.runAfter(SOON, () -> {
            ran.add("broken");
            throw new IllegalStateException("thrown by a job on purpose");
        });
        scheduler.runAfter(SOON, running("beside"));
        letPass(SOON);
        awaitRan("broken", "beside");

        scheduler.runAfter(SOON, running("next"));
        letPass(SOON);
        awaitRan("broken", "beside", "next");
    }

    @Test
    void job_mayScheduleAndCancel() {
        JobScheduler.Job cancelled = scheduler.runAfter(LATER, running("cancelled"));
        AtomicInteger kept = new AtomicInteger();
        scheduler.runAfter(SOON, () -> {
            kept.addAndGet(cancelled.cancel() ? 1 : 0);
            scheduler.runAfter(Duration.ZERO, running("second"));
            ran.add("first");
        });
        letPass(SOON);

        awaitRan("first", "second");
        assertThat(kept).hasValue(1);
    }

    @Test
    void run_fromManyThreads_allRunOnce() {
        int threads = 8;
        int jobs = 25;
        Together.run(threads, thread -> {
            IntStream.range(0, jobs).forEach(i -> scheduler.runAfter(SOON, running(thread + "-" + i)));
            return thread;
        });
        letPass(SOON);

        Eventually.holds(patience(), () -> ran.size() == threads * jobs, "all jobs ran");
        assertThat(ran).doesNotHaveDuplicates();
    }

    @Test
    void close_cancelsWhatWaits_andTakesNoMore() {
        JobScheduler.Job waiting = scheduler.runAfter(LATER, running("job"));
        scheduler.close();
        scheduler.close();

        assertThat(waiting.cancel()).isFalse();
        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> scheduler.runAfter(SOON, running(
                "job"))).withMessageContaining("closed");
        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> scheduler.runAt(Instant.EPOCH,
                running("job")));
        letPass(LATER);
        assertThat(ran).isEmpty();
    }
}
