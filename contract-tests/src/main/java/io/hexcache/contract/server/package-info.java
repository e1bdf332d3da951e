/**
 * Real servers for tests. {@code @RealRedis} finds or starts a Redis once per JVM and hands it to tests; a test that
 * breaks its server asks for a {@code RedisProcess} of its own. Nothing here imitates a server.
 */
@NullMarked
package io.hexcache.contract.server;

import org.jspecify.annotations.NullMarked;
