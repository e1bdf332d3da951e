package io.hexcache.contract.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The {@link RealRedis} classes that are nested in this class run once on each server program of this machine that has
 * another version than the one which all other tests run on: those on the PATH, and the bundled one. Each run says in
 * its name, and in {@code target/real-servers.log}, which version it was. A version that is not here is not a skipped
 * test; but with {@code CI=true} in the environment it is a failure if there is no other at all.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(EveryOtherRedisExtension.class)
public @interface EveryOtherRedis {}
