package io.hexcache.reliability.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** All clients of a run at work. */
public final class Load {

    private static final int READERS = 6;
    private static final int STOCK_WRITERS = 4;
    private static final int PRODUCT_WRITERS = 2;
    private static final int REMOVAL_MILLIS = 1_500;
    private static final int FLUSH_MILLIS = 1_000;

    private final Scene scene;
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(4);
    private final List<Future<?>> running = new ArrayList<>();

    private Load(Scene scene) {
        this.scene = scene;
    }

    /** Starts them. */
    public static Load start(Scene scene, long seed) {
        Load load = new Load(scene);
        IntStream.range(0, READERS).forEach(i -> load.begin(new Reader(scene, seed + i)));
        for (int node = 0; node < scene.nodes().size(); node++) {
            List<Key> keys = scene.keys().stock().get(node);
            for (int i = 0; i < STOCK_WRITERS; i++) {
                load.begin(new StockWriter(scene, node, share(keys, i, STOCK_WRITERS)));
            }
            Flusher flusher = new Flusher(scene, node);
            load.timer.scheduleWithFixedDelay(flusher::flush, FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
        }
        IntStream.range(0, PRODUCT_WRITERS).forEach(i -> load.begin(new ProductWriter(scene, share(scene.keys()
                .products(), i, PRODUCT_WRITERS), seed + i)));
        load.timer.scheduleWithFixedDelay(new Remover(scene, seed), REMOVAL_MILLIS, REMOVAL_MILLIS,
                TimeUnit.MILLISECONDS);
        return load;
    }

    private void begin(Runnable client) {
        running.add(clients.submit(client));
    }

    private static List<Key> share(List<Key> keys, int part, int parts) {
        return IntStream.range(0, keys.size()).filter(i -> i % parts == part).mapToObj(keys::get).toList();
    }

    /** Whether all of them are still at work; one that failed is a defect of the check. */
    public void check() throws InterruptedException {
        for (Future<?> client : running) {
            if (client.isDone()) {
                try {
                    client.get();
                } catch (ExecutionException defect) {
                    throw new IllegalStateException("a client of the check has failed", defect.getCause());
                }
            }
        }
    }

    /** Ends them. */
    public void stop() throws InterruptedException {
        check();
        scene.over().countDown();
        timer.shutdown();
        clients.shutdown();
        if (!clients.awaitTermination(1, TimeUnit.MINUTES) || !timer.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("a client of the check does not end");
        }
        check();
    }
}
