package io.hexcache.benchmarks.peers.measure;

import java.util.List;

/** A scenario, prepared for one system. */
public interface Exercise {

    /** Does what these words say, and answers what came of it. */
    Figures perform(List<String> words);
}
