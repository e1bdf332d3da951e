package io.hexcache.benchmarks.peers.report;

import io.hexcache.benchmarks.peers.contest.Results;

/** One of the numbers to reach. */
interface Gate {

    Verdict judge(Results results);
}
