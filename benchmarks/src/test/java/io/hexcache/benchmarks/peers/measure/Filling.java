package io.hexcache.benchmarks.peers.measure;

import io.hexcache.benchmarks.peers.system.Product;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Puts many products where they belong, by many hands at once. */
public final class Filling {

    private static final int HANDS = 16;

    private final int count;
    private final IntFunction<String> ids;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** That many, with these identifiers. */
    public Filling(int count, IntFunction<String> ids) {
        this.count = count;
        this.ids = ids;
    }

    /** Gives each to {@code place}; throws if one of them is not taken. */
    public void into(BiConsumer<String, Product> place) {
        IntStream.range(0, Math.min(HANDS, count)).mapToObj(_ -> Thread.ofPlatform().name("filling").start(() -> work(
                place))).toList().forEach(Filling::join);
        if (failure.get() != null) {
            throw new IllegalStateException("a value was not stored: " + failure.get(), failure.get());
        }
    }

    private void work(BiConsumer<String, Product> place) {
        for (int number = next.getAndIncrement(); number < count && failure.get() == null; number = next
                .getAndIncrement()) {
            try {
                place.accept(ids.apply(number), Product.of(number));
            } catch (RuntimeException | Error refused) {
                failure.compareAndSet(null, refused);
            }
        }
    }

    private static void join(Thread hand) {
        try {
            hand.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
