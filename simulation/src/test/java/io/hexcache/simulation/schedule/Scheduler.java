package io.hexcache.simulation.schedule;

import io.hexcache.domain.time.Waiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one at a time. Whoever comes to a step picks the next one, hands it the baton and parks; no other thread
 * has a part in it. Everything here is touched only by who holds the baton, or by the caller of {@link #run} while
 * nobody does.
 */
public final class Scheduler implements AutoCloseable {

    /** Whoever waits so long waits until it is woken, and needs no timer. */
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private record Timer(long due, long number, Runnable action) {}

    private final Limits limits;
    private final Trace trace;
    private final Semaphore stopped = new Semaphore(0);
    private final List<Task> runnable = new ArrayList<>();
    private final Set<Task> living = new LinkedHashSet<>();
    private final List<Task> graveyard = new ArrayList<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(
            Comparator.comparingLong(Timer::due).thenComparingLong(Timer::number));
    private final Host outside;
    private Chooser chooser;
    private long now;
    private long timersSoFar;
    private volatile long steps;
    private long foreground;
    private boolean closing;
    private @Nullable Task current;
    private @Nullable Task target;
    private volatile @Nullable Throwable failure;

    /** A scheduler without tasks, at the time 0. */
    public Scheduler(Chooser chooser, Limits limits) {
        this.chooser = chooser;
        this.limits = limits;
        this.trace = new Trace(limits.kept());
        this.outside = host("outside", 0);
    }

    /** One more process. */
    public Host host(String name, long tickerOrigin) {
        return new Host(this, name, tickerOrigin);
    }

    /** Belongs to no process: what the test itself does, which nothing can stop. */
    public Host outside() {
        return outside;
    }

    /** One more task; a run lasts until it has ended. */
    public Task spawn(String name, Host host, Runnable body) {
        return add(new Task(name, host, false, body(body)));
    }

    /** One more task of no process. */
    public Task spawn(String name, Runnable body) {
        return spawn(name, outside, body);
    }

    /** One more task, for which no run waits. */
    public Task daemon(String name, Host host, Runnable body) {
        return add(new Task(name, host, true, body(body)));
    }

    private Task add(Task task) {
        if (task.host.isDead() || (current != null && current.killed)) {
            task.killed = true;
            task.ended = true;
            return task;
        }
        living.add(task);
        foreground += task.daemon ? 0 : 1;
        ready(task);
        return task;
    }

    private Runnable body(Runnable body) {
        return () -> {
            Task self = holder();
            self.awaitBaton();
            trace.add(now, self, "begins");
            try {
                body.run();
            } catch (Killed end) {
                // As intended.
            } catch (Throwable uncaught) {
                fail(new ScheduleFailure("task " + self + " failed: " + uncaught, trace(), uncaught));
            }
            end(self);
        };
    }

    private Task holder() {
        Task self = current;
        if (self == null) {
            throw new IllegalStateException("no task runs; only a task can do this");
        }
        return self;
    }

    private void end(Task self) {
        self.ended = true;
        if (living.remove(self)) {
            foreground -= self.daemon ? 0 : 1;
        }
        if (closing) {
            stop();
        } else {
            next().ifPresentOrElse(this::give, this::stop);
        }
    }

    /** The next task to run; none if the run is over. */
    private Optional<Task> next() {
        try {
            return failure != null || isOver() ? Optional.empty() : pick();
        } catch (RuntimeException | Error broken) {
            fail(new ScheduleFailure("a timer or the chooser failed: " + broken, trace(), broken));
            return Optional.empty();
        }
    }

    private Optional<Task> pick() {
        fireUntil(now);
        while (runnable.isEmpty() && !timers.isEmpty()) {
            fireUntil(timers.element().due());
        }
        if (runnable.isEmpty()) {
            fail(new ScheduleFailure("deadlock: nobody can run, and these wait for ever: " + standing(), trace()));
            return Optional.empty();
        }
        // Only who holds the baton writes it.
        long step = steps + 1;
        steps = step;
        if (step > limits.steps()) {
            fail(new ScheduleFailure("no end after " + limits.steps() + " steps; at work are " + standing(), trace()));
            return Optional.empty();
        }
        return Optional.of(runnable.remove(runnable.size() == 1 ? 0 : chooser.choose(runnable.size())));
    }

    private boolean isOver() {
        return target == null ? foreground == 0 : target.ended || target.killed;
    }

    private String standing() {
        return living.stream().map(task -> task + " at " + task.at).collect(Collectors.joining(", "));
    }

    private void fireUntil(long time) {
        while (!timers.isEmpty() && timers.element().due() <= time) {
            Timer timer = timers.remove();
            now = Math.max(now, timer.due());
            timer.action().run();
        }
    }

    private void give(Task next) {
        current = next;
        next.handOver();
    }

    private void stop() {
        current = null;
        stopped.release();
    }

    private void fail(Throwable why) {
        if (failure == null) {
            failure = why;
        }
    }

    /** Hands the baton on; returns when the calling task has it again. */
    private void handOn(Task self) {
        Optional<Task> next = next();
        if (next.isEmpty() || next.get() != self) {
            next.ifPresentOrElse(this::give, this::stop);
            self.awaitBaton();
        }
        if (self.killed) {
            throw new Killed();
        }
    }

    private void ready(Task task) {
        if (task.killed) {
            return;
        }
        (task.host.isPaused() ? task.host.heldBack : runnable).add(task);
    }

    /**
     * The calling task comes to a step, before which any other may run. Does nothing outside of a run, so that what
     * prepares and checks a run can use the same ports.
     *
     * @param step printed in the trace, not before
     */
    public void step(Object step) {
        Task self = current;
        if (self == null) {
            return;
        }
        if (self.killed) {
            throw new Killed();
        }
        if (self.undisturbed) {
            trace.add(now, self, step);
            return;
        }
        self.at = step;
        runnable.addFirst(self);
        if (self.host.isPaused()) {
            holdBack(self.host);
        }
        handOn(self);
        trace.add(now, self, step);
    }

    /**
     * Does this without letting others run at its steps or time pass while it sleeps. What it gives to an executor is
     * done at once.
     *
     * @throws IllegalStateException if it has to wait for another task
     */
    public void undisturbed(Runnable action) {
        Task self = current;
        boolean before = self != null && self.undisturbed;
        if (self != null) {
            self.undisturbed = true;
        }
        try {
            action.run();
        } finally {
            if (self != null) {
                self.undisturbed = before;
            }
        }
    }

    /** Whether the running task must not let others run, nor time pass. */
    public boolean isUndisturbed() {
        Task self = current;
        return self != null && self.undisturbed;
    }

    /** The task that runs; none if the caller is what prepares or checks a run. */
    public Optional<Task> running() {
        return Optional.ofNullable(current);
    }

    /** Whether a task runs, and not what prepares or checks a run. */
    public boolean isRunning() {
        return current != null;
    }

    /** Waits in virtual time; others run meanwhile. */
    public Waiter waiter() {
        return this::await;
    }

    private boolean await(CompletableFuture<?> done, Duration atMost) {
        if (done.isDone() || (!atMost.isPositive() && current == null)) {
            return done.isDone();
        }
        Task self = holder();
        if (self.killed) {
            throw new Killed();
        }
        if (!atMost.isPositive()) {
            return false;
        }
        if (self.undisturbed) {
            throw new IllegalStateException(self + " has to wait, and nobody else may run now");
        }
        long wait = ++self.waits;
        self.waiting = true;
        self.at = "wait";
        CompletableFuture<?> _ = done.whenComplete((result, error) -> wake(self, wait));
        if (atMost.compareTo(FOR_EVER) < 0) {
            at(now + atMost.toNanos(), () -> wake(self, wait));
        }
        handOn(self);
        trace.add(now, self, done.isDone() ? "goes on: it is done" : "goes on: the time is up");
        return done.isDone();
    }

    /**
     * Lets this much time pass for the calling task, and then comes to this step.
     *
     * @param step printed in the trace with the time of its end
     */
    public void sleep(Duration time, Object step) {
        Task self = current;
        if (self == null) {
            return;
        }
        if (self.killed) {
            throw new Killed();
        }
        if (self.undisturbed) {
            trace.add(now, self, step);
            return;
        }
        long wait = ++self.waits;
        self.waiting = true;
        self.at = step;
        at(now + time.toNanos(), () -> wake(self, wait));
        handOn(self);
        trace.add(now, self, step);
    }

    private void wake(Task task, long wait) {
        if (task.waiting && task.waits == wait && !task.ended) {
            task.waiting = false;
            ready(task);
        }
    }

    /** Does something at this time or as soon as a task comes to its next step after it. It must not come to steps. */
    public void at(long time, Runnable action) {
        timers.add(new Timer(time, ++timersSoFar, action));
    }

    /** Does something after this time; see {@link #at}. */
    public void after(Duration time, Runnable action) {
        at(now + time.toNanos(), action);
    }

    /** Lets this much time pass at once, although others could run. */
    public void advance(Duration time) {
        long end = now + time.toNanos();
        fireUntil(end);
        now = Math.max(now, end);
    }

    /** Nanoseconds since the beginning. */
    public long now() {
        return now;
    }

    /** How often a task was chosen. */
    public long steps() {
        return steps;
    }

    /** Tells this run from others that went another way. */
    public long fingerprint() {
        return trace.sum();
    }

    /** The last steps, one per line. */
    public String trace() {
        return trace.text(limits.kept());
    }

    /** Remarks something in the trace. */
    public void note(Object remark) {
        Task self = current;
        if (self != null) {
            trace.add(now, self, remark);
        }
    }

    void holdBack(Host host) {
        runnable.removeIf(task -> task.host == host && host.heldBack.add(task));
    }

    void letGo(Host host) {
        runnable.addAll(host.heldBack);
        host.heldBack.clear();
    }

    void bury(Host host) {
        for (Task task : List.copyOf(living)) {
            if (task.host == host) {
                living.remove(task);
                foreground -= task.daemon ? 0 : 1;
                task.killed = true;
                graveyard.add(task);
            }
        }
        runnable.removeIf(task -> task.killed && task != current);
        host.heldBack.clear();
    }

    /** Runs all tasks until each one that is no daemon has ended. Daemons stand still until the next run. */
    public void run() {
        target = null;
        drive();
    }

    /** Runs this, and others only while it waits; for what prepares and checks. No choice is asked for. */
    public void alone(String name, Runnable body) {
        Chooser chosen = chooser;
        chooser = Chooser.first();
        Task task = add(new Task(name, outside, false, body(body)));
        runnable.remove(task);
        runnable.addFirst(task);
        target = task;
        try {
            drive();
        } finally {
            chooser = chosen;
            target = null;
        }
    }

    private void drive() {
        Optional<Task> first = next();
        if (first.isPresent()) {
            give(first.get());
            awaitStop();
        }
        Throwable why = failure;
        if (why != null) {
            close();
            throw why instanceof ScheduleFailure failed ? failed
                    : new ScheduleFailure(why.toString(), trace(), why);
        }
    }

    /** Fails if no step is made for long: a task then waits for something that this scheduler does not know of. */
    private void awaitStop() {
        long before = -1;
        try {
            while (!stopped.tryAcquire(limits.stuck().toMillis(), TimeUnit.MILLISECONDS)) {
                if (steps == before) {
                    Task stuck = current;
                    String stack = stuck == null ? "" : List.of(stuck.thread.getStackTrace()).toString();
                    throw new ScheduleFailure("task " + stuck + " does not come to its next step: " + stack, trace());
                }
                before = steps;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ScheduleFailure("interrupted", trace(), interrupted);
        }
    }

    /** Ends all tasks where they stand. */
    @Override
    public void close() {
        closing = true;
        for (Task task : List.copyOf(living)) {
            task.killed = true;
            graveyard.add(task);
        }
        living.clear();
        runnable.clear();
        for (Task task : graveyard) {
            if (task.started && !task.ended) {
                current = task;
                task.handOver();
                awaitStop();
            }
        }
        graveyard.clear();
    }
}
