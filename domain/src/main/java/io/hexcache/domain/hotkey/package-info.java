/**
 * Which keys are read often, found in bounded memory and cheaply enough to ask on every read. The parts are two
 * published summaries of streams, each in its own class with its guarantee: a sketch that tells hot from cold, and a
 * list of those that are hottest.
 */
@NullMarked
package io.hexcache.domain.hotkey;

import org.jspecify.annotations.NullMarked;
