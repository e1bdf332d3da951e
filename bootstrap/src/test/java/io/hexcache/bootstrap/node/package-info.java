/** Whole nodes in one process, over HTTP, on a real Redis and a real database. */
@NullMarked
package io.hexcache.bootstrap.node;

import org.jspecify.annotations.NullMarked;
