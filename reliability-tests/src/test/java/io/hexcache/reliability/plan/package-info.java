/** What a run is told, and the faults that follow from its seed. */
@NullMarked
package io.hexcache.reliability.plan;

import org.jspecify.annotations.NullMarked;
