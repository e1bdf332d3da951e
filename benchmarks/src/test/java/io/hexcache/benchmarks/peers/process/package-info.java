/**
 * A process for each system, so that none shares a heap, a compiler or a class path quirk with another: the parent says
 * a line, the child does it and answers with one.
 */
@NullMarked
package io.hexcache.benchmarks.peers.process;

import org.jspecify.annotations.NullMarked;
