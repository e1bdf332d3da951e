/** Lets the systems compete: on a server of the run's own, in turns, round by round. */
@NullMarked
package io.hexcache.benchmarks.peers.contest;

import org.jspecify.annotations.NullMarked;
