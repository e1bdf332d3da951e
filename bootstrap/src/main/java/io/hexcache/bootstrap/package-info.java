/** The composition root: the only place that knows every adapter. */
@NullMarked
package io.hexcache.bootstrap;

import org.jspecify.annotations.NullMarked;
