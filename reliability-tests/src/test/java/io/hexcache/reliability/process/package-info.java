/** The services and servers of a run, each in a process of its own, which a fault may break. */
@NullMarked
package io.hexcache.reliability.process;

import org.jspecify.annotations.NullMarked;
