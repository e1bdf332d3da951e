/**
 * What a hit in L1 costs, through the handle that a service uses and on a complete node, beside plain Caffeine with the
 * same bounds, expiry and statistics: {@link io.hexcache.benchmarks.hit.HitComparison} measures, and says how to run
 * it.
 */
@NullMarked
package io.hexcache.benchmarks.hit;

import org.jspecify.annotations.NullMarked;
