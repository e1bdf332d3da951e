/** The ports of the cache on the memory of this process. */
@NullMarked
package io.hexcache.infrastructure.memory;

import org.jspecify.annotations.NullMarked;
