/** What a run measures: which scenarios, which systems, with how many callers, for how long. */
@NullMarked
package io.hexcache.benchmarks.peers.plan;

import org.jspecify.annotations.NullMarked;
