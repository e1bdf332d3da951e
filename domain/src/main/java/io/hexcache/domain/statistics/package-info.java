/** Counts of what happens in each namespace, cheap enough for the path of a hit. */
@NullMarked
package io.hexcache.domain.statistics;

import org.jspecify.annotations.NullMarked;
