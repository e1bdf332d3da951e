package io.hexcache.domain.warming;

import io.hexcache.domain.error.CacheOverloadException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.Stream;

/** Runs that wait, run and are over. Each plan has one run at a time that is not over. */
final class WarmingQueue {

    static final int MAX_WAITING = 100;
    static final int MAX_RUNNING = 2;
    static final int MAX_KEPT = 100;

    private static final Comparator<WarmingRun> TURNS = Comparator.<WarmingRun, WarmingPriority>comparing(run -> run
            .plan().options().priority()).thenComparingLong(WarmingRun::id);

    private final Queue<WarmingRun> waiting = new PriorityQueue<>(TURNS);
    private final List<WarmingRun> running = new ArrayList<>();
    private final Deque<WarmingRun> over = new ArrayDeque<>();

    synchronized Optional<WarmingRun> notOver(String plan) {
        return Stream.concat(waiting.stream(), running.stream()).filter(run -> run.plan().name().equals(plan)
                && !run.progress().state().isOver()).findFirst();
    }

    synchronized void add(WarmingRun run) {
        if (waiting.size() >= MAX_WAITING) {
            throw new CacheOverloadException(MAX_WAITING + " warmings wait for their turn, the limit; " + run.plan()
                    .name() + " was not started. Cancel some");
        }
        waiting.add(run);
    }

    /** Takes the next run that may begin. */
    synchronized Optional<WarmingRun> next() {
        if (running.size() >= MAX_RUNNING || waiting.isEmpty()) {
            return Optional.empty();
        }
        WarmingRun next = waiting.remove();
        running.add(next);
        return Optional.of(next);
    }

    /** Takes a run that begins whatever else runs. */
    synchronized void beginAtOnce(WarmingRun run) {
        running.add(run);
    }

    /** Takes off one that was cancelled, if it still waits. */
    synchronized void withdraw(WarmingRun run) {
        if (waiting.remove(run)) {
            keep(run);
        }
    }

    synchronized void ended(WarmingRun run) {
        running.remove(run);
        keep(run);
    }

    private void keep(WarmingRun run) {
        over.addFirst(run);
        if (over.size() > MAX_KEPT) {
            over.removeLast();
        }
    }

    /** Those that run, then those that wait in their order, then those that are over, the latest first. */
    synchronized List<WarmingRun> all() {
        return Stream.of(running.stream(), waiting.stream().sorted(TURNS), over.stream()).flatMap(runs -> runs)
                .toList();
    }
}
