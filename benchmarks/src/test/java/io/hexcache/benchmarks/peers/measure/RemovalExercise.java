package io.hexcache.benchmarks.peers.measure;

import io.hexcache.benchmarks.peers.plan.Volume;
import io.hexcache.benchmarks.peers.system.Removals;
import java.util.List;
import java.util.Map;

/**
 * {@code offers SELECTION} answers whether the system removes by that; {@code doom} stores what is to be removed;
 * {@code remove SELECTION} removes it.
 */
record RemovalExercise(Removals peer, int doomed) implements Exercise {

    static RemovalExercise prepare(Removals peer, Volume volume) {
        new Filling(volume.staying(), Ids::of).into(peer::store);
        return new RemovalExercise(peer, volume.doomed());
    }

    @Override
    public Figures perform(List<String> words) {
        return switch (words.get(0)) {
            case "offers" -> new Figures(Map.of("offered", peer.selections().contains(selection(words)) ? 1.0 : 0));
            case "doom" -> doom();
            case "remove" -> remove(selection(words));
            default -> throw new IllegalArgumentException("'%s' is none of offers, doom, remove".formatted(words));
        };
    }

    private Figures doom() {
        new Filling(doomed, number -> Removals.DOOMED + Ids.of(number)).into(peer::storeDoomed);
        return Figures.NONE;
    }

    private Figures remove(Removals.Selection selection) {
        long begun = System.nanoTime();
        long removed = peer.remove(selection);
        double millis = (System.nanoTime() - begun) / 1e6;
        String survivor = Removals.DOOMED + Ids.of(0);
        if (peer.read(survivor) != null) {
            throw new IllegalStateException("%s is still there after the removal".formatted(survivor));
        }
        return new Figures(Map.of(Figures.MILLIS, millis, Figures.REMOVED, (double) removed, Figures.RATE, doomed
                / millis * 1e3));
    }

    private static Removals.Selection selection(List<String> words) {
        return Removals.Selection.valueOf(words.get(1));
    }
}
