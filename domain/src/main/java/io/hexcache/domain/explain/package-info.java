/** Why a read of a key hits, misses or is stale: what each tier holds, and which rule decides. */
@NullMarked
package io.hexcache.domain.explain;

import org.jspecify.annotations.NullMarked;
