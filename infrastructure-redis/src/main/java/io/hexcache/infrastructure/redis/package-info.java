/** The ports of the cache on Redis. */
@NullMarked
package io.hexcache.infrastructure.redis;

import org.jspecify.annotations.NullMarked;
