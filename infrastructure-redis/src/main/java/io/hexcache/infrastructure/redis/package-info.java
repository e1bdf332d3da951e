/**
 * The ports of the cache on Redis, through Jedis: {@code RedisAdapters} makes them, {@code RedisSettings} says where
 * and within which bounds. Everything else is hidden. Threads of callers borrow a connection each from a bounded pool;
 * the bus has one of its own.
 */
@NullMarked
package io.hexcache.infrastructure.redis;

import org.jspecify.annotations.NullMarked;
