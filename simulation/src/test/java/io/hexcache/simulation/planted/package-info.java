/**
 * Bugs that are planted on purpose, one at a time, in a copy of one production class, to show that the simulation and
 * the suites would find them. Each is a small patch among the resources.
 */
@NullMarked
package io.hexcache.simulation.planted;

import org.jspecify.annotations.NullMarked;
