/**
 * The two levels of one namespace. L1 is protected by tickets, L2 by leases: a value that was read before a change is
 * never stored after it.
 */
@NullMarked
package io.hexcache.domain.tier;

import org.jspecify.annotations.NullMarked;
