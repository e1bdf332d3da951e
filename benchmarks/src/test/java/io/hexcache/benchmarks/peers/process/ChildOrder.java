package io.hexcache.benchmarks.peers.process;

import io.hexcache.benchmarks.peers.measure.Exercises;
import io.hexcache.benchmarks.peers.plan.Contestant;
import io.hexcache.benchmarks.peers.plan.PeerSystem;
import io.hexcache.benchmarks.peers.plan.Scenario;
import io.hexcache.benchmarks.peers.plan.Volume;
import io.hexcache.benchmarks.peers.system.PeerSettings;
import java.net.URI;
import java.util.List;

/** What a child is started for; travels as the arguments of its main method. */
public record ChildOrder(Contestant contestant, Scenario scenario, URI redis, Volume volume) {

    List<String> words() {
        return List.of(contestant.system().name(), "" + contestant.poolSize(), scenario.name(), redis.toString(), ""
                + volume.keys(), "" + volume.staying(), "" + volume.doomed(), "" + volume.stampedes(),
                "" + volume
                        .stormers());
    }

    static ChildOrder parse(List<String> words) {
        List<Integer> numbers = words.subList(4, 9).stream().map(Integer::valueOf).toList();
        return new ChildOrder(new Contestant(PeerSystem.valueOf(words.get(0)), Integer.parseInt(words.get(1))), Scenario
                .valueOf(words.get(2)), URI.create(words.get(3)),
                new Volume(numbers.get(0), numbers.get(1), numbers
                        .get(2), numbers.get(3), numbers.get(4)));
    }

    PeerSettings settings() {
        return new PeerSettings(redis, contestant.poolSize(), Exercises.localEntries(scenario));
    }
}
