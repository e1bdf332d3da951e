/** How reads and writes go through tiers and source: cache-aside, read-through, write-through, one load at a time. */
@NullMarked
package io.hexcache.domain.strategy;

import org.jspecify.annotations.NullMarked;
