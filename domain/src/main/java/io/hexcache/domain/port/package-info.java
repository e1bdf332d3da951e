/**
 * The outbound ports: what the domain needs from outside, in its own words. No port takes or answers null. Where a
 * port's Javadoc says that a call can fail, the errors are those of {@code io.hexcache.domain.error}, and a change
 * that failed with a connection error or a timeout may still take effect later.
 */
@NullMarked
package io.hexcache.domain.port;

import org.jspecify.annotations.NullMarked;
