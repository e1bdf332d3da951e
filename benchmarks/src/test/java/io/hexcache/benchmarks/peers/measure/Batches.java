package io.hexcache.benchmarks.peers.measure;

import io.hexcache.benchmarks.peers.system.BatchReads;
import io.hexcache.benchmarks.peers.system.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Batches of 100 keys: 50 that every batch has, which the memory of the process holds, and 50 whose turn comes again
 * only when all others have had theirs, which it does not.
 */
final class Batches {

    private static final int HALF = 50;

    private final List<String> always;
    private final String[] others;
    private final AtomicLong turns = new AtomicLong();

    Batches(String[] ids) {
        this.always = List.of(ids).subList(0, HALF);
        this.others = List.of(ids).subList(HALF, ids.length).toArray(String[]::new);
    }

    Map<String, Product> readNext(BatchReads peer) {
        long first = turns.getAndIncrement() * HALF;
        List<String> ids = new ArrayList<>(2 * HALF);
        ids.addAll(always);
        for (int i = 0; i < HALF; i++) {
            ids.add(others[(int) ((first + i) % others.length)]);
        }
        Map<String, Product> found = peer.readAll(ids);
        if (found.size() != ids.size()) {
            throw new IllegalStateException("%d of %d were found".formatted(found.size(), ids.size()));
        }
        return found;
    }
}
