/**
 * How a change reaches every copy: L2 first, then this node's L1, then the bus, and again later where one was away.
 */
@NullMarked
package io.hexcache.domain.invalidation;

import org.jspecify.annotations.NullMarked;
