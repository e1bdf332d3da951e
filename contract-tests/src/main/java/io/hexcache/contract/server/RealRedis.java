package io.hexcache.contract.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class run on a real Redis. A constructor, lifecycle method or test takes a {@link RedisServer}: one
 * for all tests of the JVM, found at the address in {@code HEXCACHE_TEST_REDIS_URL}, or else started in a container,
 * from a {@code redis-server} on the PATH, or from the bundled binary. A test method may take a {@link RedisProcess}
 * instead: one of its own, which it may kill and pause. {@link RedisSentinels} or a {@link RedisCluster} is one
 * for all tests of the JVM where a constructor takes it, and of its own where a test method does.
 *
 * <p>
 * Where no server can be had, the tests are skipped with the reason; with {@code CI=true} in the environment they fail.
 * Each class adds a line to {@code target/real-servers.log} that says which server it ran on, and how many commands
 * each run of each server has seen from it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(RealRedisExtension.class)
public @interface RealRedis {}
