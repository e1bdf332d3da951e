/** Time as the domain reads it: an injected {@code InstantSource} for dates, a {@code Ticker} for durations. */
@NullMarked
package io.hexcache.domain.time;

import org.jspecify.annotations.NullMarked;
