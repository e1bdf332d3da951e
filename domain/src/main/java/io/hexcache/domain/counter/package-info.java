/**
 * Counters: numbers that many nodes change at once. They live in the store alone, never in L1, and a change is counted
 * once though its answer may be lost.
 */
@NullMarked
package io.hexcache.domain.counter;

import org.jspecify.annotations.NullMarked;
