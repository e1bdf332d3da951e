package io.hexcache.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Runs tasks on threads that start together, and waits for all of them. */
final class Together {

    private static final long PATIENCE_SECONDS = 30;

    private Together() {}

    /** The results of the task, called once per thread with the thread's number. */
    static <T> List<T> run(int threads, IntFunction<T> task) {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                running.add(pool.submit(() -> {
                    await(start);
                    return task.apply(number);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(result(one));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Runs two tasks at the same time. */
    static <A, B> Both<A, B> both(Supplier<A> first, Supplier<B> second) {
        List<Supplier<?>> tasks = List.of(first, second);
        List<Object> results = run(2, number -> tasks.get(number).get());
        @SuppressWarnings("unchecked")
        Both<A, B> both = new Both<>((A) results.getFirst(), (B) results.getLast());
        return both;
    }

    record Both<A, B>(A first, B second) {}

    private static void await(CyclicBarrier start) throws InterruptedException {
        try {
            start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException notTogether) {
            throw new AssertionError("the threads could not start together", notTogether);
        }
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError("a task failed: " + failed.getCause(), failed.getCause());
        } catch (TimeoutException late) {
            throw new AssertionError("a task did not end within " + PATIENCE_SECONDS + " s", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a task", stopped);
        }
    }
}
