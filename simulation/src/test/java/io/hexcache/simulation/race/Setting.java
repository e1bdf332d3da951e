package io.hexcache.simulation.race;

import io.hexcache.domain.key.Tag;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.simulation.world.Versioned;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/**
 * On what a race is run.
 *
 * @param nodes how many
 * @param tagger the tags of each value
 * @param hasSource whether there is a source behind the namespace
 * @param simulatedStore over the store of the simulation, which shows its scans and can fail over, instead of the one
 *            in memory
 */
record Setting(int nodes, NamespacePolicy policy, Function<Versioned, Set<Tag>> tagger, boolean hasSource,
        boolean simulatedStore) {

    static final Tag RED = new Tag("red");

    static final Duration TTL = Duration.ofSeconds(60);

    private static final LocalLimits LIMITS = new LocalLimits(16, 1 << 20, 1 << 16, TTL);

    static final NamespacePolicy PLAIN = NamespacePolicy.of(TTL, TTL, LIMITS);

    static Setting of(int nodes) {
        return new Setting(nodes, PLAIN, value -> Set.of(), true, false);
    }

    Setting with(NamespacePolicy other) {
        return new Setting(nodes, other, tagger, hasSource, simulatedStore);
    }

    /** Each value is red. */
    Setting tagged() {
        return new Setting(nodes, policy, value -> Set.of(RED), hasSource, simulatedStore);
    }

    Setting withoutSource() {
        return new Setting(nodes, policy, tagger, false, simulatedStore);
    }

    Setting onSimulatedStore() {
        return new Setting(nodes, policy, tagger, hasSource, true);
    }
}
