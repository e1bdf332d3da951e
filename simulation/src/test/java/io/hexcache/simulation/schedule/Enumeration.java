package io.hexcache.simulation.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Chooses in one run after the other so that every possible run comes once: depth first, the last choice moves. */
final class Enumeration implements Chooser {

    private final List<Integer> chosen = new ArrayList<>();
    private final List<Integer> options = new ArrayList<>();
    private int depth;

    @Override
    public int choose(int count) {
        if (depth == chosen.size()) {
            chosen.add(0);
            options.add(count);
        } else if (options.get(depth) != count) {
            throw new IllegalStateException("choice %d had %d options and now has %d: the scenario depends on more "
                    .formatted(depth, options.get(depth), count) + "than the choices, or keeps state between runs");
        }
        return chosen.get(depth++);
    }

    /** Goes to the next run; false if there is none. */
    boolean next() {
        depth = 0;
        while (!chosen.isEmpty()) {
            int last = chosen.size() - 1;
            if (chosen.get(last) + 1 < options.get(last)) {
                chosen.set(last, chosen.get(last) + 1);
                return true;
            }
            chosen.removeLast();
            options.removeLast();
        }
        return false;
    }

    String text() {
        return chosen.stream().limit(depth).map(String::valueOf).collect(Collectors.joining("."));
    }
}
