/**
 * What may be read, and what was: the history of each key at its source, which of its changes are known to whom, and
 * the promise, written once more and independently of the code that keeps it.
 */
@NullMarked
package io.hexcache.simulation.judge;

import org.jspecify.annotations.NullMarked;
