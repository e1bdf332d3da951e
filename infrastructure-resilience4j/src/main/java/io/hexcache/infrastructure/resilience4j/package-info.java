/**
 * Circuit breakers (Nygard, "Release It!", chapter 5) around the ports of a remote second tier, on Resilience4j: while
 * it does not answer, nobody waits for it.
 */
@NullMarked
package io.hexcache.infrastructure.resilience4j;

import org.jspecify.annotations.NullMarked;
