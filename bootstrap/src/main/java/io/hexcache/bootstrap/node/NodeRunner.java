package io.hexcache.bootstrap.node;

import io.hexcache.bootstrap.command.ServiceRunner;
import io.hexcache.bootstrap.configuration.ConfigurationSources;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Runs a node until the process is told to end (SIGTERM, SIGINT), and then stops it within a bound. */
public final class NodeRunner implements ServiceRunner {

    private final String version;
    private final Consumer<String> output;

    /** Runs this version of the product; the output takes the lines that say that the service is there. */
    public NodeRunner(String version, Consumer<String> output) {
        this.version = version;
        this.output = output;
    }

    @Override
    public void run(ConfigurationSources configuration) {
        Node node = Node.start(configuration.load());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            new BoundedStop(node).run();
            stopped.countDown();
        }));
        output.accept("Hexcache %s serving on %s  %s".formatted(version, node.url(), node.adapters()));
        output.accept("  try: curl -i %s/v1/products/1".formatted(node.url()));
        awaitEnd(stopped);
    }

    private static void awaitEnd(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException told) {
            // Whoever interrupts the main thread wants the process to end: returning does that, by way of the hook.
            Thread.currentThread().interrupt();
        }
    }
}
