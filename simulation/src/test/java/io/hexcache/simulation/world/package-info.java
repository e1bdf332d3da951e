/**
 * What lies around the nodes of a simulation: one store with its register, heads and index, one bus, a source of truth,
 * and a network, each of which fails in every way that its port allows.
 */
@NullMarked
package io.hexcache.simulation.world;

import org.jspecify.annotations.NullMarked;
