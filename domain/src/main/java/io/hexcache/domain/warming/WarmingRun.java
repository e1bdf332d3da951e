package io.hexcache.domain.warming;

import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.time.NodeRuntime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** One run of a plan: batch after batch, and within a batch as many keys at a time as the plan says. */
final class WarmingRun {

    private record Status(WarmingState state, Optional<Instant> startedAt, Optional<Instant> endedAt,
            Optional<String> failure) {

        static final Status WAITING = new Status(WarmingState.WAITING, Optional.empty(), Optional.empty(), Optional
                .empty());
    }

    /** What a key may take at most: a read of a store that is away, a load, and as much again. */
    private static final Duration LONGEST_PER_KEY = Duration.ofSeconds(30);

    private final long id;
    private final WarmingPlan plan;
    private final NodeRuntime runtime;
    private final WarmingTally tally = new WarmingTally();
    private final AtomicReference<Status> status = new AtomicReference<>(Status.WAITING);

    WarmingRun(long id, WarmingPlan plan, NodeRuntime runtime) {
        this.id = id;
        this.plan = plan;
        this.runtime = runtime;
    }

    long id() {
        return id;
    }

    WarmingPlan plan() {
        return plan;
    }

    WarmingProgress progress() {
        Status now = status();
        return new WarmingProgress(id, plan.name(), now.state(), tally.warmed(), tally.skipped(), tally.failed(), tally
                .firstFailures(), now.failure(), now.startedAt(), now.endedAt());
    }

    /** Warms in this thread and those of the runtime until all is done; does nothing if it was cancelled before. */
    void execute() {
        Optional<Instant> begun = Optional.of(runtime.dates().instant());
        Status running = new Status(WarmingState.RUNNING, begun, Optional.empty(), Optional.empty());
        if (!status.compareAndSet(Status.WAITING, running)) {
            return;
        }
        try (Stream<String> identifiers = plan.keys().identifiers()) {
            Iterator<String> each = identifiers.iterator();
            while (each.hasNext() && isRunning()) {
                warm(atOnce(batch(each)));
            }
            end(WarmingState.DONE, Optional.empty());
        } catch (RuntimeException broken) {
            // Not swallowed: the progress says what it was, which is all that a run in the background can do.
            fail(broken);
        }
    }

    private Queue<String> batch(Iterator<String> each) {
        Queue<String> batch = new ConcurrentLinkedQueue<>();
        for (int taken = 0; taken < plan.options().batchSize() && each.hasNext(); taken++) {
            batch.add(each.next());
        }
        return batch;
    }

    /** Warms at once what can be; those are left that are to be warmed one by one. */
    private Queue<String> atOnce(Queue<String> batch) {
        Map<String, KeyWarmer.Outcome> done;
        try {
            done = plan.warmer().warmAtOnce(batch.stream().distinct().toList(), plan.options().mode());
        } catch (Exception failed) {
            // Not swallowed: each key is warmed by itself now, and shows whether it is the one that fails.
            return batch;
        }
        batch.removeIf(identifier -> {
            KeyWarmer.Outcome outcome = done.get(identifier);
            if (outcome != null) {
                tally.count(outcome);
            }
            return outcome != null;
        });
        return batch;
    }

    private void warm(Queue<String> batch) {
        int keys = batch.size();
        List<CompletableFuture<Void>> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(plan.options().concurrency(), keys); i++) {
            workers.add(CompletableFuture.runAsync(() -> drain(batch), runtime.executor()));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(workers.toArray(CompletableFuture[]::new));
        if (!runtime.waiter().await(all, LONGEST_PER_KEY.multipliedBy(keys))) {
            throw new CacheTimeoutException("a batch of %d keys of warming %s took longer than %s per key; look for a"
                    .formatted(keys, plan.name(), LONGEST_PER_KEY) + " loader that hangs");
        }
        all.join();
    }

    private void drain(Queue<String> batch) {
        for (String next = batch.poll(); next != null && isRunning(); next = batch.poll()) {
            try {
                tally.count(plan.warmer().warm(next, plan.options().mode()));
            } catch (Exception failed) {
                tally.countFailure(next, failed);
            }
        }
    }

    private boolean isRunning() {
        return status().state().equals(WarmingState.RUNNING);
    }

    /** Stops it; keys that are being warmed are finished. Whether it was not over. */
    boolean cancel() {
        return end(WarmingState.CANCELLED, Optional.empty());
    }

    void fail(Throwable cause) {
        end(WarmingState.FAILED, Optional.of(cause.toString()));
    }

    private boolean end(WarmingState last, Optional<String> failure) {
        Instant now = runtime.dates().instant();
        Status before = Objects.requireNonNull(status.getAndUpdate(old -> old.state().isOver() ? old
                : new Status(last, old.startedAt(), Optional.of(now), failure)), "set by the constructor");
        return !before.state().isOver();
    }

    private Status status() {
        return Objects.requireNonNull(status.get(), "set by the constructor");
    }
}
