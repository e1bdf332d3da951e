/** A running service as its operator's command line sees it: over HTTP, and nothing else of it. */
@NullMarked
package io.hexcache.bootstrap.client;

import org.jspecify.annotations.NullMarked;
