/** Invalidations that are to happen later: after a delay, or at an instant, while the node lives. */
@NullMarked
package io.hexcache.domain.scheduling;

import org.jspecify.annotations.NullMarked;
