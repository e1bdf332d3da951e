/**
 * The ports of a node, each call of which goes through a passage: a step of the scheduler before and after it, or a
 * network that is slow, breaks, and delivers late.
 */
@NullMarked
package io.hexcache.simulation.port;

import org.jspecify.annotations.NullMarked;
