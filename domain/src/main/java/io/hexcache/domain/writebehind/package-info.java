/**
 * Writes that are acknowledged before the source of truth has them: each is in the journal, or in memory where its
 * caller said so, until it has been applied; per key in order, the last one for all before it.
 *
 * <pre>
 * accept:  order, journal on disk, pending          (the cache steps around it are those of every write)
 * drain:   claim, source, journal settled, no longer pending
 * direct:  keeps drains of its key away, source, journal settled
 * </pre>
 */
@NullMarked
package io.hexcache.domain.writebehind;

import org.jspecify.annotations.NullMarked;
