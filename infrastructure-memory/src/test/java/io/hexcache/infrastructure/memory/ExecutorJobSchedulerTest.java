package io.hexcache.infrastructure.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.contract.JobSchedulerContract;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.port.JobScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ExecutorJobSchedulerTest extends JobSchedulerContract {

    @Override
    public JobScheduler emptyScheduler() {
        return MemoryAdapters.jobScheduler(dates());
    }

    @Override
    public InstantSource dates() {
        return InstantSource.system();
    }

    @Override
    public void letPass(Duration time) {
        // It passes by itself.
    }

    @Test
    void slowJob_holdsNoOtherUp() throws InterruptedException {
        CountDownLatch others = new CountDownLatch(2);
        CountDownLatch slow = new CountDownLatch(1);
        try (JobScheduler scheduler = emptyScheduler()) {
            scheduler.runAfter(Duration.ZERO, () -> {
                try {
                    if (others.await(10, TimeUnit.SECONDS)) {
                        slow.countDown();
                    }
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            scheduler.runAfter(Duration.ZERO, others::countDown);
            scheduler.runAfter(Duration.ofMillis(10), others::countDown);

            assertThat(slow.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void runAt_clockOfDatesIsSetBack_waitsForIt() throws InterruptedException {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        CountDownLatch ran = new CountDownLatch(1);
        CountDownLatch fence = new CountDownLatch(1);
        try (JobScheduler scheduler = MemoryAdapters.jobScheduler(now::get)) {
            scheduler.runAt(Instant.EPOCH.plusMillis(20), ran::countDown);
            scheduler.runAfter(Duration.ofMillis(60), fence::countDown);
            assertThat(fence.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(ran.getCount()).isEqualTo(1);

            now.set(Instant.EPOCH.plusMillis(20));

            assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void moreJobsThanTheBound_areRefusedUntilSomeHaveBegunOrWereCancelled() {
        try (JobScheduler full = new ExecutorJobScheduler(Executors.newSingleThreadScheduledExecutor(), Runnable::run,
                dates(), 2)) {
            JobScheduler.Job first = full.runAfter(Duration.ofHours(1), () -> {
            });
            full.runAt(Instant.MAX, () -> {
            });
            assertThatExceptionOfType(CacheOverloadException.class).isThrownBy(() -> full.runAfter(Duration.ofHours(1),
                    () -> {
                    })).withMessageContaining("2 jobs");

            first.cancel();

            assertThat(full.runAfter(Duration.ofHours(1), () -> {
            }).cancel()).isTrue();
        }
    }
}
