/**
 * What a cache holds and what a look into it answers. Absence and staleness are types; null is neither a value nor a
 * result.
 */
@NullMarked
package io.hexcache.domain.entry;

import org.jspecify.annotations.NullMarked;
