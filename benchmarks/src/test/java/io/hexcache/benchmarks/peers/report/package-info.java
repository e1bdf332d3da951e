/** What a run has found, for people and for programs, and whether the numbers to reach were reached. */
@NullMarked
package io.hexcache.benchmarks.peers.report;

import org.jspecify.annotations.NullMarked;
