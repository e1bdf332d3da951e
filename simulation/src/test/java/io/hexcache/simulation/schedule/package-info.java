/**
 * A cooperative scheduler: of many tasks exactly one runs, until it says so at a named step, and a chooser says who
 * goes on. Time is virtual and jumps to the next timer when nobody can run. So a run depends on nothing but the
 * choices, and can be repeated, enumerated and printed.
 */
@NullMarked
package io.hexcache.simulation.schedule;

import org.jspecify.annotations.NullMarked;
