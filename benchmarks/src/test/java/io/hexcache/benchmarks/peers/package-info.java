/** Measures this cache beside others, in one run, on a Redis that the run starts. */
@NullMarked
package io.hexcache.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
