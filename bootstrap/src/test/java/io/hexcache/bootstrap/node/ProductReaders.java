package io.hexcache.bootstrap.node;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that read products all the time and keep every answer that is not one. */
final class ProductReaders implements AutoCloseable {

    private static final int READERS = 4;
    private static final int PRODUCTS = 50;

    private final NodeClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong reads = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    private ProductReaders(NodeClient client) {
        this.client = client;
    }

    static ProductReaders start(Node node) {
        ProductReaders readers = new ProductReaders(new NodeClient(node));
        for (int reader = 0; reader < READERS; reader++) {
            readers.threads.execute(readers::readOn);
        }
        return readers;
    }

    private void readOn() {
        while (!threads.isShutdown()) {
            int id = 1 + (int) (reads.get() % PRODUCTS);
            NodeClient.Response response = client.product(id);
            if (response.status() != 200 || response.body().path("id").asInt() != id) {
                failures.add(response.status() + " for product " + id + ": " + response.body());
            }
            reads.incrementAndGet();
        }
    }

    /** Waits until so many more reads have been answered. */
    void awaitMore(long number) {
        long goal = reads.get() + number;
        await().atMost(Duration.ofSeconds(30)).until(() -> reads.get() >= goal);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        threads.close();
        client.close();
    }
}
