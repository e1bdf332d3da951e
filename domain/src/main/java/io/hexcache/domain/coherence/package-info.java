/**
 * How nodes stay coherent: numbered announcements, the heads that show whether one was lost, and a trust in L1 that
 * runs out by itself unless it is renewed, so that a node which hears nothing, or is paused, notices by its own clock.
 */
@NullMarked
package io.hexcache.domain.coherence;

import org.jspecify.annotations.NullMarked;
