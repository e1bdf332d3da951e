/** What is measured within the process of one system, and how. */
@NullMarked
package io.hexcache.benchmarks.peers.measure;

import org.jspecify.annotations.NullMarked;
