/**
 * The systems under test, each behind the same few questions. What a system cannot be asked it does not implement, so
 * that no figure stands for something that was only pretended.
 */
@NullMarked
package io.hexcache.benchmarks.peers.system;

import org.jspecify.annotations.NullMarked;
