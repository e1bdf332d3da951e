/**
 * Races: for each, a few tasks on whole nodes under every interleaving of their steps, or under many random ones, and
 * what may never be read by whom.
 */
@NullMarked
package io.hexcache.simulation.race;

import org.jspecify.annotations.NullMarked;
