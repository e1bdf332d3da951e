package io.hexcache.domain.warming;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.time.NodeRuntime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The warmings of a node: plans by name, and their runs. Two runs at most go on in the background at a time; the others
 * wait, those of higher priority before the others. The last 100 that are over stay visible.
 */
public final class CacheWarmingService implements AutoCloseable {

    private final NodeRuntime runtime;
    private final Map<String, WarmingPlan> plans = new ConcurrentSkipListMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final WarmingQueue queue = new WarmingQueue();

    /** No plans yet. */
    public CacheWarmingService(NodeRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * Adds a plan.
     *
     * @throws CacheConfigurationException if there is one of this name
     */
    public void define(WarmingPlan plan) {
        if (plans.putIfAbsent(plan.name(), plan) != null) {
            throw new CacheConfigurationException("warming plan " + plan.name()
                    + " is defined twice; give one of them another name");
        }
    }

    /** The plans, by name. */
    public List<WarmingPlan> plans() {
        return List.copyOf(plans.values());
    }

    /**
     * Starts a plan, and waits for its end if it is to run in the foreground. One that waits or runs already is not
     * started again.
     *
     * @return the new run, or the one that is not over
     * @throws CacheConfigurationException if there is no plan of this name
     * @throws io.hexcache.domain.error.CacheOverloadException if 100 runs wait already
     */
    public WarmingProgress warm(String name) {
        WarmingPlan plan = Optional.ofNullable(plans.get(name)).orElseThrow(() -> new CacheConfigurationException(
                "there is no warming plan of this name; defined are: " + plans.keySet()));
        WarmingRun run;
        synchronized (queue) {
            Optional<WarmingRun> notOver = queue.notOver(name);
            if (notOver.isPresent()) {
                return notOver.get().progress();
            }
            run = new WarmingRun(lastId.incrementAndGet(), plan, runtime);
            if (plan.options().background()) {
                queue.add(run);
            } else {
                queue.beginAtOnce(run);
            }
        }
        if (plan.options().background()) {
            beginNext();
        } else {
            execute(run);
        }
        return run.progress();
    }

    private void beginNext() {
        for (Optional<WarmingRun> next = queue.next(); next.isPresent(); next = queue.next()) {
            WarmingRun run = next.get();
            try {
                runtime.executor().execute(() -> {
                    execute(run);
                    beginNext();
                });
            } catch (RejectedExecutionException refused) {
                // Not swallowed: the run shows it.
                run.fail(refused);
                queue.ended(run);
            }
        }
    }

    private void execute(WarmingRun run) {
        try {
            run.execute();
        } finally {
            queue.ended(run);
        }
    }

    /** The runs that go on, those that wait, and those that are over, the latest first. */
    public List<WarmingProgress> runs() {
        return queue.all().stream().map(WarmingRun::progress).toList();
    }

    /** The run of this id, as long as it is known. */
    public Optional<WarmingProgress> run(long id) {
        return find(id).map(WarmingRun::progress);
    }

    /**
     * Stops a run; keys that are just being warmed are finished.
     *
     * @return whether it was not over
     */
    public boolean cancel(long id) {
        return find(id).map(this::cancel).orElse(false);
    }

    private boolean cancel(WarmingRun run) {
        boolean waited = run.progress().state() == WarmingState.WAITING;
        boolean cancelled = run.cancel();
        if (waited && cancelled) {
            queue.withdraw(run);
        }
        return cancelled;
    }

    private Optional<WarmingRun> find(long id) {
        return queue.all().stream().filter(run -> run.id() == id).findFirst();
    }

    /** Stops all runs. */
    @Override
    public void close() {
        queue.all().forEach(this::cancel);
    }
}
