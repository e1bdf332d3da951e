package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does things at several servers at once, each in a thread of its own. */
final class FanOut implements AutoCloseable {

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(
            "hexcache-redis-node-", 0).factory());

    /** Returns when all have ended, and throws what the first of them has thrown; one alone is no work for a thread. */
    void all(List<Runnable> tasks) {
        if (tasks.size() == 1) {
            tasks.getFirst().run();
            return;
        }
        try {
            threads.invokeAll(tasks.stream().map(Executors::callable).toList()).forEach(FanOut::await);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CacheConnectionException("interrupted while several redis servers were working on it; it may"
                    + " still take effect", interrupted);
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException impossible) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
