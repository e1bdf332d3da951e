/**
 * The simulation itself: five nodes, their clients, a director who lets things go wrong, and the report. One run is one
 * seed; the same seed goes the same way.
 */
@NullMarked
package io.hexcache.simulation.run;

import org.jspecify.annotations.NullMarked;
