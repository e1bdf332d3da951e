/** Rules on source text: what bytecode no longer shows. */
@NullMarked
package io.hexcache.architecture.source;

import org.jspecify.annotations.NullMarked;
