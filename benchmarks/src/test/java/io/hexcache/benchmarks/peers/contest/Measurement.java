package io.hexcache.benchmarks.peers.contest;

import io.hexcache.benchmarks.peers.plan.Callers;
import io.hexcache.benchmarks.peers.plan.PeerSystem;
import io.hexcache.benchmarks.peers.plan.Scenario;

/**
 * What is measured again and again.
 *
 * @param callers as a label, since several processes may share them: {@code 4x1000-virtual}
 * @param variant tells apart what is measured of one system with the same callers: pool sizes, ways to remove; may be
 *            empty
 */
public record Measurement(Scenario scenario, PeerSystem system, String callers, String variant) {

    Measurement(Scenario scenario, PeerSystem system, Callers callers, String variant) {
        this(scenario, system, callers.label(), variant);
    }
}
